"""What is on paper is what was on the screen: headings, legends, classes, colours and counts of the same views."""

import re
from collections import Counter

import pytest

from reports.area_report import area_report, decided_view
from reports.maps import report_map
from tests.browser.app_page import AppPage
from tests.reports.pdf_reading import text_of
from ui.data import content
from views.attention_layer import attention_layer
from views.indicator_layer import indicator_layer
from views.options import attention_years, years
from views.places import place_of
from views.view import read_attention_view, read_view

LEGEND = """() => [...document.querySelectorAll('.map-box:not([hidden]) .legend li')].map((item) => {
    const swatch = item.querySelector('i');
    return [item.querySelector('span').textContent, swatch.className.replace('swatch-', ''), swatch.style.background];
})"""
FILLS = """() => [...document.querySelectorAll('.map-box:not([hidden]) path[role=button]')].map((area) => {
    const fill = area.getAttribute('fill');
    return fill.startsWith('url') ? fill.match(/pattern-([a-z]+)/)[1] : fill;
})"""
VIEWS = [
    "karte?kennzahl=A2&jahr=2024",
    "karte?kennzahl=G4&jahr=2022&ebene=gemeinde",
    pytest.param("karte?kennzahl=A5&jahr=2020&klassen=equal&anzahl=7&kommune=05382068", marks=pytest.mark.finer),
    pytest.param("karte?kennzahl=A1&seit=2019", marks=pytest.mark.finer),
    "aufmerksamkeit?regel=county&jahr=2024",
]


@pytest.fixture(scope="module")
def shown():
    return content()


@pytest.mark.parametrize("link", VIEWS)
def test_legend_classes_colours_and_counts(server, page, shown, link):
    app = AppPage(page, server).open(link)
    on_screen = app.evaluate(LEGEND)
    drawn = on_paper(shown, link)
    printed = [
        (f"{line['text']}{' · ' * bool(line['counted'])}{line['counted']}", line["mark"], line["colour"])
        for line in drawn.legend
    ]
    assert [(text, mark, hexadecimal(colour)) for text, mark, colour in on_screen] == printed
    assert app.heading().text_content() == drawn.caption
    if "kommune" not in link:  # there, areas outside are pale on the screen and grey on paper
        painted = Counter(app.evaluate(FILLS))
        assert painted == paper_fills(drawn.picture.svg)


@pytest.mark.finer
def test_the_printed_report_has_the_legend_of_the_page(server, page, shown):
    app = AppPage(page, server).open("aufmerksamkeit?regel=county&jahr=2024")
    text = " ".join(text_of(area_report(shown, decided_view(shown))).split())
    for words, _, _ in app.evaluate(LEGEND):
        assert words in text
    assert app.heading().text_content() in text


def on_paper(shown, link):
    name, _, query = link.partition("?")
    params = dict(pair.split("=") for pair in query.split("&"))
    release = shown.release

    def source(param):
        return params.get(param, "")

    if name == "aufmerksamkeit":
        view = read_attention_view(release, source)
        listed = attention_years(release, view.level, view.applied)
        layer = attention_layer(shown, view.level, view.applied, listed)
    else:
        view = read_view(release, source)
        listed = [int(year) for year in years(release, view.indicator.id, view.level)]
        layer = indicator_layer(shown, view.level, view.indicator, view.classes, listed, view.since)
    return report_map(shown, layer, view.level, listed.index(view.year), (500, 400), municipality=view.municipality,
                      place=place_of(shown, view.level))  # fmt: skip


def paper_fills(svg):
    found = re.findall(r'<path d="[^"]*" fill-rule="evenodd" fill="([^"]+)" stroke="#ffffff"', svg)
    named = (re.sub(r"url\(#([a-z]+).*\)", r"\1", fill) for fill in found)
    return Counter(fill for fill in named if fill != "none")


def hexadecimal(colour):
    parts = re.findall(r"\d+", colour)
    return f"#{''.join(f'{int(part):02x}' for part in parts[:3])}" if parts else ""
