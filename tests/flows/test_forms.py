"""The forms in Prefect's UI: each field explains itself, has its bounds, and what the settings say is what it shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments.runner import RunnerDeployment

from dateline.errors import UsageError
from dateline.settings import Settings
from flows.deployments import deployments

ROOT = Path(__file__).parents[2]
DATA = Path("/srv/dateline")
OFFERED = {one.name: one for one in deployments(Settings(), DATA)}
GROUPS = {"which", "options"}


def schema(name: str) -> dict[str, Any]:
    made: dict[str, Any] = OFFERED[name]._parameter_openapi_schema.model_dump()
    return made


def fields(name: str) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Each field of a form, also those within groups: its path, its schema, and whether it must be given."""
    form = schema(name)
    for key, field in form["properties"].items():
        if key in GROUPS:
            group = form["definitions"][field["$ref"].rpartition("/")[2]]
            assert group["additionalProperties"] is False
            yield from ((f"{key}.{inner}", within, False) for inner, within in group["properties"].items())
        yield key, field, key in form["required"]


@pytest.mark.parametrize("name", OFFERED)
def test_every_field_has_a_title_and_a_description(name: str) -> None:
    for path, field, _ in fields(name):
        assert field["title"] not in {"", path.rpartition(".")[2]}, path
        assert field.get("description") or path in GROUPS, path


@pytest.mark.parametrize("name", OFFERED)
def test_no_field_is_a_choice_between_a_value_and_nothing(name: str) -> None:
    for path, field, _ in fields(name):
        assert "anyOf" not in field, path
        assert field.get("default", ...) is not None, path


@pytest.mark.parametrize("name", OFFERED)
def test_numbers_have_bounds(name: str) -> None:
    for path, field, _ in fields(name):
        if field.get("type") in {"integer", "number"}:
            assert {"minimum", "maximum"} <= field.keys(), path


def test_the_texts_are_those_of_the_settings() -> None:
    shared = Settings.model_fields
    for path, field, _ in fields("nightly"):
        name = path.rpartition(".")[2]
        if name in shared:
            assert (field["title"], field["description"]) == (shared[name].title, shared[name].description)


def test_what_must_be_decided_comes_first_and_the_data_directory_cannot_be_changed() -> None:
    for name in OFFERED.keys() - {"learn-profiles", "import"}:
        form = schema(name)["properties"]
        assert max(form, key=lambda key: form[key]["position"]) == "data"
        assert form["data"]["enum"] == [str(DATA)]
        assert form["data"]["readOnly"]


def test_the_forms_begin_with_the_settings_of_the_server() -> None:
    [nightly, ingest, *_] = deployments(Settings(batch_size=7, landing="s3://news", max_vanished=0.25), DATA)
    assert nightly.parameters["landing"] == "s3://news"
    assert nightly.parameters["options"]["batch_size"] == 7
    assert nightly.parameters["options"]["max_vanished"] == 0.25
    assert ingest.parameters["options"]["batch_size"] == 7
    assert "landing" not in ingest.parameters


def test_reasons_are_a_list_to_choose_from() -> None:
    assert {"any", "too_large"} <= set(schema("retry-quarantine")["properties"]["reason"]["enum"])


def test_the_night_has_its_schedule_and_its_time_zone() -> None:
    [nightly, *others] = deployments(Settings(cron="15 2 * * 1-5", timezone="Asia/Tashkent"), DATA)
    assert nightly.schedules
    schedule = nightly.schedules[0].schedule
    assert isinstance(schedule, CronSchedule)
    assert (schedule.cron, schedule.timezone) == ("15 2 * * 1-5", "Asia/Tashkent")
    assert not any(other.schedules for other in others)


def test_what_is_no_schedule_is_refused() -> None:
    with pytest.raises(UsageError, match="DATELINE_CRON"):
        deployments(Settings(cron="at three every night please"), DATA)


def test_prefect_yaml_offers_the_same() -> None:
    written = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert [one["name"] for one in written] == list(OFFERED)
    for one in written:
        ours = OFFERED[one["name"]]
        assert one["entrypoint"] == ours.entrypoint
        assert one["tags"] == ours.tags
        assert one["description"].rstrip(".") in " ".join((ours.description or "").split())
        assert _crons(one) == [(s.schedule.cron, s.schedule.timezone) for s in _schedules(ours)]
        assert one["parameters"].keys() == ours.parameters.keys() - {"options"}


def _crons(one: dict[str, Any]) -> list[tuple[str, str]]:
    return [(schedule["cron"], schedule["timezone"]) for schedule in one.get("schedules", [])]


def _schedules(one: RunnerDeployment) -> list[Any]:
    return list(one.schedules or [])
