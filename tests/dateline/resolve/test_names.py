import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.names import ParsedName, block_key, parse_name


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Nikolai Drobyshev", ("nikolai",), "drobyshev"),
        ("Drobyshev, Nikolai", ("nikolai",), "drobyshev"),
        ("DROBYSHEV Nikolai", ("nikolai",), "drobyshev"),
        ("Nikolai Petrovich Drobyshev", ("nikolai", "petrovich"), "drobyshev"),
        ("Дробышев Николай Петрович", ("nikolay", "petrovich"), "drobyshev"),
        ("N. P. Drobyshev", ("n.", "p."), "drobyshev"),
        ("N.P. Drobyshev", ("n.", "p."), "drobyshev"),
        ("Drobyshev N. P.", ("n.", "p."), "drobyshev"),
        ("Sh. Rakhmonov", ("sh.",), "rakhmonov"),
        ("Drobyshev", (), "drobyshev"),
        ("Sun Weiguo", ("weiguo",), "sun"),
        ("Weiguo Sun", ("weiguo",), "sun"),
        ("Sun Wei Guo", ("weiguo",), "sun"),
        ("Kim Dong-su", ("dongsu",), "kim"),
        ("Tran Quoc Hung", ("quochung",), "tran"),
        ("Zafar ul Haq", ("zafar",), "haq"),
        ("Zafar-ul-Haq", ("zafar",), "haq"),
        ("Samir al-Khatib", ("samir",), "khatib"),
        ("Abd al-Rahman Tareen", ("abdulrahman",), "tareen"),
        ("Faisal bin Hamad", ("faisal",), "hamad"),
        ("Jean-Marc Delorme", ("jeanmarc",), "delorme"),
        ("Ana de la Vega", ("ana",), "vega"),
        ("Sergei Sergei Bugayev", ("sergei",), "bugayev"),
        ("Robert Stone Jr.", ("robert",), "stone"),
    ],
)
def test_parse_name(name: str, given: tuple[str, ...], family: str) -> None:
    assert parse_name(name) == ParsedName(given, family)


@pytest.mark.parametrize(
    ("name", "form"), [("Bugayev", "bare"), ("S. Bugayev", "initials"), ("Sergei Bugayev", "full")]
)
def test_form(name: str, form: str) -> None:
    assert parse_name(name).form == form


def test_a_woman_shares_the_block_of_the_mans_surname() -> None:
    assert block_key("Anna Malkova") == block_key("A. Malkov")


@given(st.text(min_size=1, max_size=40))
def test_any_text_has_parts_and_a_block(text: str) -> None:
    assert isinstance(parse_name(text).family, str)
    assert block_key(text) == block_key(text)
