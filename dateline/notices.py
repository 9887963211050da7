"""Where a run's pages are found, and who is told how it ended: settings apart from those of the run itself."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _web_address(given: str | None) -> str | None:
    if given and (urlsplit(given).scheme not in ("http", "https") or not urlsplit(given).hostname):
        raise ValueError("must be an address that begins with http:// or https://")
    return given


def _without_password(given: str | None) -> str | None:
    if given and urlsplit(given).password:
        raise ValueError("must hold no password: the links stand where all can read them")
    return given


def _secret_web_address(given: SecretStr | None) -> SecretStr | None:
    _web_address(given.get_secret_value() if given else None)
    return given


class Notices(BaseSettings):
    """What is read from `DATELINE_PAGES_URL`, `DATELINE_WEBHOOK` and `DATELINE_WEBHOOK_ON` when a run ends.

    They are no parameters of a flow: those are shown to all who see the run, and whoever knows the webhook's address
    can post there.
    """

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )

    pages_url: Annotated[str | None, AfterValidator(_web_address), AfterValidator(_without_password)] = Field(
        None,
        description="Address below which the data directory's pages are served; links lead there, else to the files",
    )
    webhook: Annotated[SecretStr | None, AfterValidator(_secret_web_address)] = Field(
        None, description="Address of a webhook that is told how a run ended; a secret"
    )
    webhook_on: Literal["failure", "always"] = Field(
        "failure", description="Whether the webhook is told of runs that failed, or of every run"
    )
