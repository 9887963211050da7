"""Learnt trees: read as they are written, and pages of many lines in languages that no rule was written for."""

import json
from datetime import date
from importlib.resources import files

import numpy as np
import pytest

from dateline.clean import clean_document
from dateline.clean.blocks import look_at
from dateline.clean.line_features import heaviest_run, line_features
from dateline.clean.line_model import load_line_model, read_trees
from dateline.clean.text import plain_lines
from dateline.errors import LexiconError
from dateline.records import RawDocument

AS_OF = date(2026, 1, 1)
TREE = [[0, 1.5, 1, 4], [1, 0.5, 2, 3], [-1.0], [2.0], [0.25]]
MENUS = {
    "en": "Home\nWorld\nBusiness\nOpinion\nSport\nCulture\nVideo\nPhotos\nWeather\nSign in\nSubscribe\nSearch",
    "de": "Startseite\nPolitik\nWirtschaft\nSport\nKultur\nWissen\nReise\nWetter\nAnmelden\nAbo\nSuche\nMehr",
    "es": "Inicio\nPolítica\nEconomía\nDeportes\nCultura\nVídeos\nOpinión\nEl tiempo\nSuscríbete\nBuscar\nMenú\nMás",
    "el": "Αρχική\nΠολιτική\nΟικονομία\nΑθλητικά\nΠολιτισμός\nΚόσμος\nΚαιρός\nΑπόψεις\nΣύνδεση\nΑναζήτηση\nΒίντεο",
    "zh": "首页\n国际\n社会\n财经\n体育\n娱乐\n军事\n科技\n视频\n图片\n登录\n搜索",
}
STORIES = {
    "en": [
        "The two neighbours will build a bridge over the river by the end of next year, their ministers said.",
        "Work begins in April, when the water is low, and will cost some forty million dollars, half of it a loan.",
        "The old bridge was closed after the flood of last spring, and lorries go round by the mountain pass.",
    ],
    "de": [
        "Die beiden Nachbarn wollen bis Ende nächsten Jahres eine Brücke über den Fluss bauen, sagten ihre Minister.",
        "Die Arbeiten beginnen im April, wenn das Wasser niedrig steht, und kosten etwa vierzig Millionen Euro.",
        "Die alte Brücke wurde nach dem Hochwasser im Frühjahr gesperrt, seither fahren die Lastwagen über den Pass.",
    ],
    "es": [
        "Los vecinos construirán un puente sobre el río antes de que termine el próximo año, dijeron sus ministros.",
        "Las obras empiezan en abril, cuando el agua está baja, y cuestan unos cuarenta millones de dólares.",
        "El viejo puente se cerró tras la crecida de la primavera, y los camiones dan la vuelta por la montaña.",
    ],
    "el": [
        "Οι γείτονες θα χτίσουν μια γέφυρα πάνω από το ποτάμι μέχρι το τέλος του επόμενου έτους, είπαν οι υπουργοί.",
        "Οι εργασίες αρχίζουν τον Απρίλιο, όταν το νερό είναι χαμηλό, και κοστίζουν περίπου σαράντα εκατομμύρια ευρώ.",
        "Η παλιά γέφυρα έκλεισε μετά την πλημμύρα της άνοιξης, και τα φορτηγά περνούν από το βουνό.",
    ],
    "zh": [
        "两个邻国的交通部长说，双方将在明年年底以前在河上修建一座新桥，以方便两岸居民往来和货物运输。",
        "工程将在四月水位较低的时候开始，费用大约为四千万美元，其中一半是银行贷款，另一半由两国平均分担。",
        "旧桥在去年春天的洪水以后关闭，货车只好绕道山口，路程增加了一百多公里，许多司机对此表示不满。",
    ],
}
TAILS = {
    "en": "Related articles\nSnow closes the pass for a week\nFlood damage put at ten million\nMost read",
    "de": "Mehr zum Thema\nSchnee sperrt den Pass für eine Woche\nHochwasser kostet zehn Millionen\nMeistgelesen",
    "es": "Noticias relacionadas\nLa nieve cierra el puerto una semana\nLa crecida costó diez millones\nLo más leído",
    "el": "Σχετικά άρθρα\nΧιόνι έκλεισε το πέρασμα\nΔέκα εκατομμύρια οι ζημιές\nΔημοφιλή",
    "zh": "相关新闻\n大雪封山一周\n洪水损失千万\n热门新闻",
}


def test_trees_give_the_value_of_the_leaf_that_a_row_reaches() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [2.0, 0.0]])
    assert read_trees([TREE, [[0.5]]], 0.1).log_odds(rows) == pytest.approx([-0.4, 2.6, 0.85])


def test_a_tree_of_too_many_tests_is_refused() -> None:
    chain = [node for at in range(8) for node in ([0, float(at), 2 * at + 1, 2 * at + 2], [0.0])]
    with pytest.raises(LexiconError, match="8 tests"):
        read_trees([[*chain, [1.0]]], 0.0)


def test_the_weights_fit_the_features() -> None:
    features = line_features([look_at(line) for line in plain_lines("One line.\n\nAnd another one.")])
    assert load_line_model().columns.max() < features.shape[1]
    weights = json.loads(files("dateline.clean").joinpath("line_model.json").read_text("utf-8"))
    assert (weights["pages"], weights["lines"], len(weights["trees"])) == (773, 173754, 100)


def test_the_heaviest_run_may_span_a_gap() -> None:
    assert heaviest_run([-1, 5, -2, 4, -9, 3]) == (1, 4)
    assert heaviest_run([-1, -2]) == (0, 0)
    assert heaviest_run([]) == (0, 0)


@pytest.mark.parametrize("language", sorted(STORIES))
def test_the_story_of_a_long_page_in_any_language(language: str) -> None:
    story, menu, tail = STORIES[language], MENUS[language], TAILS[language]
    raw = "\n".join([menu, "", "\n\n".join(story * 2), "", tail, "", menu, menu])
    found = clean_document(
        RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=raw), as_of=AS_OF
    )
    assert found.document.body.split("\n\n") == story * 2
    assert found.document.is_story
    assert found.document.language == language
