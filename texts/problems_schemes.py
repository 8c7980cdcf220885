"""Sentences about social spaces that a municipality draws or delivers: files, tables, and the scheme they make."""

from __future__ import annotations

from problem import Problem
from texts.problem_words import square_kilometres, words_of

CUT_BY = {
    "einwohner": "nach den Einwohnern, die in den Teilen leben",
    "bewohnte_flaeche": "nach der bewohnten Fläche der Teile",
    "flaeche": "nach der Fläche der Teile",
}
ABOUT = {
    "kommune": "Kommune",
    "fassung": "Fassung",
    "name": "Name",
    "status": "Status",
    "teilung_nach": "Teilung nach",
    "gueltig_ab": "gültig ab",
    "gueltig_bis": "gültig bis",
}


def _by(problem: Problem) -> str:
    return CUT_BY.get(str(problem.facts.get("by")), "anteilig")


def scheme_units_cut(problem: Problem) -> str:
    words = words_of(problem)
    return (
        f"Baublöcke, durch die eine Grenze geht: {words['count']} ({words['areas']}). Ihre Zahlen werden geteilt, "
        f"{_by(problem)}. Bitte prüfen, ob das so gewollt ist."
    )


def scheme_units_cut_otherwise(problem: Problem) -> str:
    words = words_of(problem)
    return (
        f"Für diese geteilten Baublöcke fehlen genauere Angaben; ihre Zahlen werden {_by(problem)} geteilt: "
        f"{words['areas']}."
    )


def scheme_unit_not_there(problem: Problem) -> str:
    words = words_of(problem)
    lost = f" Vermutlich fehlt die führende Null: {words['matches']} würde passen." if words["matches"] else ""
    return (
        f"Diese Baublöcke gibt es in der Kommune nicht: {words['areas']}.{lost} Bitte die Spalte einheit prüfen und als "
        "Text speichern."
    )


def scheme_area_small(problem: Problem) -> str:
    words = words_of(problem)
    hidden = problem.facts.get("hidden")
    lost = f"voraussichtlich würden {words['hidden']} Werte verborgen" if hidden else "viele Werte würden verborgen"
    return (
        f"Im Sozialraum {words['areas']} leben {words['people']} Menschen, empfohlen sind mindestens {words['minimum']}; "
        f"{lost}. Besser mit einem Nachbarn zusammenlegen."
    )


def scheme_about_invalid(problem: Problem) -> str:
    words = words_of(problem)
    key = ABOUT.get(str(problem.facts.get("key")), str(problem.facts.get("key", "?")))
    return f"Bei „{key}“ steht {words['value']}; das ist hier nicht möglich. Bitte die Datei neu ausgeben lassen."


def scheme_about_missing(problem: Problem) -> str:
    key = ABOUT.get(str(problem.facts.get("key")), str(problem.facts.get("key", "?")))
    return f"In der Datei fehlt die Angabe „{key}“. Bitte die Datei neu ausgeben lassen."


def scheme_area_outside(problem: Problem) -> str:
    words = words_of(problem)
    return (
        f"Der Sozialraum {words['areas']} reicht mit {words['km2']} über die Kommune hinaus. Dort gehört ihm nichts; bitte "
        "die Grenze an die der Kommune anlegen."
    )


def scheme_strips(problem: Problem) -> str:
    words = words_of(problem)
    km2 = float(str(problem.facts.get("square_metres", 0))) / 1e6
    size = square_kilometres(km2) if km2 >= 0.1 else f"{words['square_metres']} m²"
    return (
        f"Schmale Splitter an den Grenzen: {words['count']}, zusammen {size}. Solche Splitter entstehen, wenn dieselbe "
        "Grenze zweimal gezeichnet wird; sie lassen sich auf Wunsch bereinigen."
    )


FILES = {
    "scheme_file_type": "Dieser Dateityp wird nicht gelesen. Bitte ein Shapefile als ZIP, ein GeoPackage (.gpkg) oder "
    "GeoJSON (.geojson) liefern.",
    "scheme_table_type": "Dieser Dateityp wird nicht gelesen. Bitte die Tabelle als CSV oder Excel-Mappe (.xlsx) liefern.",
    "scheme_file_too_large": "Diese Datei ist zu groß. Angenommen werden bis zu {megabytes} MB; bitte nur die Sozialräume "
    "dieser Kommune liefern.",
    "scheme_content_unlike": "Der Inhalt passt nicht zur Endung des Dateinamens. Erwartet wird: {expected}. Bitte die Datei "
    "neu ausgeben und noch einmal hochladen.",
    "scheme_encoding": "Umlaute und Sonderzeichen lassen sich nicht lesen, weil die Datei in einem anderen Zeichensatz "
    "gespeichert ist, als sie angibt. Bitte als UTF-8 speichern.",
    "scheme_too_many_corners": "Die Grenzen haben mehr als {most} Eckpunkte. Bitte im GIS vereinfachen, ein Meter genügt.",
    "scheme_too_many_areas": "Diese Datei enthält {count} Flächen, möglich sind {most}. Bitte nur die Sozialräume liefern.",
    "scheme_too_costly": "Diese Datei ist zu aufwendig zu lesen (höchstens {seconds} Sekunden): Die Grenzen sind zu verwickelt "
    "oder die Datei ist beschädigt. Bitte im GIS vereinfachen und prüfen.",
    "scheme_border_too_long": "Die Grenzen sind zusammen {kilometres} km lang; so lang sind keine Sozialräume. Bitte im GIS "
    "prüfen, ob Flächen aus unzähligen schmalen Zacken bestehen.",
    "scheme_several_layers": "Diese Datei enthält {count} Ebenen mit Flächen: {values}. Bitte eine Datei mit nur einer "
    "Ebene liefern.",
    "scheme_zip_damaged": "Dieses ZIP-Archiv ist beschädigt. Bitte neu packen.",
    "scheme_zip_locked": "Dieses ZIP-Archiv ist mit einem Kennwort geschützt. Bitte ohne Kennwort packen.",
    "scheme_zip_leads_out": "Dieses ZIP-Archiv enthält Pfade, die aus seinem Ordner hinausführen. Es wurde nicht ausgepackt. "
    "Bitte nur die Dateien des Shapefiles packen.",
    "scheme_zip_too_large": "Dieses ZIP-Archiv wird ausgepackt zu groß. Möglich sind {megabytes} MB; bitte nur die Dateien "
    "des Shapefiles packen.",
    "scheme_zip_without_shapefile": "In diesem ZIP-Archiv liegt kein Shapefile (Endung .shp). Bitte alle seine Dateien packen.",
    "scheme_zip_several": "In diesem ZIP-Archiv liegen {count} Shapefiles. Bitte nur das mit den Sozialräumen packen.",
    "scheme_coordinates_no_numbers": "Eckpunkte dieser Flächen haben keine gültigen Koordinaten: {areas}. Bitte im GIS prüfen.",
    "scheme_crs_unknown": "Das angegebene Koordinatensystem lässt sich nicht lesen. Bitte in ETRS89 / UTM 32N (EPSG:25832) "
    "ausgeben.",
    "scheme_no_degrees": "Als Koordinatensystem sind Grad angegeben, aber Werte wie {x} und {y} sind keine. Vermutlich sind es "
    "Meter; bitte das richtige Koordinatensystem angeben, meist ETRS89 / UTM 32N (EPSG:25832).",
    "scheme_axes_swapped": "Die Achsen sind vertauscht: Hochwert und Rechtswert (oder Breite und Länge) stehen in falscher "
    "Reihenfolge. Bitte im GIS berichtigen; von selbst wird nichts umgedreht.",
    "scheme_far_away": "Die Flächen liegen {kilometres} km von {place} entfernt. Vermutlich ist es die Datei einer anderen "
    "Kommune oder das falsche Koordinatensystem.",
    "scheme_ids_made": "Die Datei hat keine Spalte mit Schlüsseln. Die {count} Sozialräume bekommen Schlüssel nach ihrer "
    "Reihenfolge.",
    "scheme_names_missing": "Die Datei hat keine Spalte mit Namen (zum Beispiel name, sozialraum oder bezeichnung). Die {count} "
    "Sozialräume heißen vorerst nach ihrer Nummer; bitte Namen geben.",
    "scheme_nothing_carried": "Diese Datei enthält nur Grenzen und keinen ausgegebenen Zuschnitt. Bitte sie auf der Seite "
    "Sozialräume als Datei mit Grenzen einlesen.",
    "scheme_crosswalk_unlike": "Diese Tabelle ist kein ausgegebener Zuschnitt. Erwartet werden die Spalten {columns} und die "
    "Angaben zum Zuschnitt.",
    "scheme_about_invalid": scheme_about_invalid,
    "scheme_about_missing": scheme_about_missing,
    "scheme_shares_invalid": "Die Anteile dieser Baublöcke sind keine Zahlen zwischen 0 und 1 oder ergeben zusammen mehr als 1: "
    "{areas}. Bitte die Spalte anteil berichtigen.",
}

TABLES = {
    "scheme_column_missing": "Die Spalte „{column}“ fehlt. Vorhanden sind: {found}. Die erste Zeile muss die Spaltennamen "
    "enthalten, zum Beispiel einheit und sozialraum, oder strasse, hausnummer_von, hausnummer_bis, seite und sozialraum.",
    "scheme_row_without_unit": "Hier fehlt der Schlüssel des Baublocks. Bitte die Spalte einheit ausfüllen.",
    "scheme_unit_not_there": scheme_unit_not_there,
    "scheme_unit_in_several": "Diese Baublöcke stehen in mehreren Sozialräumen und ergeben zusammen mehr als ein Ganzes: "
    "{areas}. Bitte nur einmal zuordnen oder in der Spalte anteil sagen, welcher Teil wohin gehört.",
    "scheme_share_invalid": "Der Anteil dieser Baublöcke ist keine Zahl über 0 und bis 1: {areas}. Bitte die Spalte anteil "
    "berichtigen.",
    "scheme_addresses_missing": "Diese Datei fehlt im Datenordner. Ohne sie ist nicht bekannt, welche Straßen zu welchem "
    "Baublock gehören. Sie braucht die Spalten einheit, strasse, hausnummer_von, hausnummer_bis und seite.",
    "scheme_street_empty": "Hier fehlt der Name der Straße. Bitte die Spalte strasse ausfüllen.",
    "scheme_rule_without_area": "Hier fehlt der Sozialraum, Straße: {areas}. Bitte die Spalte sozialraum ausfüllen.",
    "scheme_house_number_invalid": "Diese Hausnummern lassen sich nicht lesen, Straße: {areas}. Bitte Nummern wie 7 oder 12a "
    "liefern.",
    "scheme_house_numbers_reversed": "Die erste Hausnummer ist größer als die letzte, Straße: {areas}. Bitte hausnummer_von und "
    "hausnummer_bis prüfen.",
    "scheme_side_unknown": "Die Straßenseite lässt sich nicht lesen, Straße: {areas}. Bitte gerade, ungerade oder alle angeben.",
    "scheme_street_unknown": "Diese Straßen hat kein Baublock der Kommune: {areas}.{hint} Bitte die Schreibweise prüfen.",
    "scheme_streets_overlap": "Dieselben Hausnummern stehen in zwei Sozialräumen, Straße: {areas}. Bitte die Bereiche trennen.",
    "scheme_addresses_in_no_range": "Diese Adressen kommen im Straßenverzeichnis nicht vor, Straße: {areas}. Sie gehören bisher "
    "zu keinem Sozialraum; bitte ergänzen.",
    "scheme_addresses_without_numbers": "Das Straßenverzeichnis teilt diese Straßen nach Hausnummern, hier stehen aber keine: "
    "{areas}. Bitte die Hausnummern ergänzen.",
    "scheme_table_too_large": "Diese Tabelle ist zu groß: In einer Straße treffen zu viele Bereiche aufeinander. Bitte Bereiche "
    "zusammenfassen.",
    "scheme_units_cut_by_houses": "Baublöcke mit Adressen in mehreren Sozialräumen, deren Einwohner nicht bekannt sind: {count} "
    "({areas}). Ihre Zahlen werden nach der Zahl der Hausnummern geteilt.",
}

CHECKS = {
    "scheme_units_cut": scheme_units_cut,
    "scheme_units_cut_otherwise": scheme_units_cut_otherwise,
    "scheme_slivers": "Schmale Splitter von Baublöcken liegen in einem Nachbargebiet: {count}, zusammen {square_metres} m² "
    "({areas}). Sie lassen sich auf Wunsch bereinigen; sonst gehört ein kleiner Anteil zum Nachbarn.",
    "scheme_slivers_mended": "Schmale Splitter von Baublöcken wurden bereinigt: {count}, zusammen {square_metres} m² ({areas}). "
    "Jeder gehört jetzt zum Sozialraum, in dem der Baublock sonst liegt.",
    "scheme_strips": scheme_strips,
    "scheme_area_crosses": "Die Fläche {areas} liegt in mehreren Kommunen: {places}. Bitte an der Grenze teilen.",
    "scheme_area_in_none": "Diese Flächen liegen in keiner Kommune des Kreises: {areas}. Bitte die Lage prüfen.",
    "scheme_units_left": "Baublöcke, die zu keinem Sozialraum gehören: {count} ({areas}). Dort leben {people} Menschen. Bitte "
    "zuordnen.",
    "scheme_units_left_partly": "Baublöcke, von denen ein Teil zu keinem Sozialraum gehört: {count} ({areas}). Dort leben "
    "{people} Menschen. Bitte die Grenze schließen oder die Splitter bereinigen.",
    "scheme_units_above_whole": "Baublöcke, deren Teile zusammen mehr als das Ganze ergeben: {count} ({areas}). Bitte jeden nur "
    "einmal zuordnen.",
    "scheme_units_foreign": "Diese Baublöcke gehören nicht zur Kommune: {areas}. Bitte herausnehmen.",
    "scheme_area_unknown": "Baublöcke sind Sozialräumen zugeordnet, die es im Zuschnitt nicht gibt: {areas}. Bitte anlegen oder "
    "neu zuordnen.",
    "scheme_areas_overlap": "Die Sozialräume {areas} überlappen sich auf {km2}. Bitte die gemeinsame Grenze berichtigen.",
    "scheme_gap": "Hier liegt eine Lücke von {km2}, die zu keinem Sozialraum gehört. Daneben: {areas}. Bitte schließen.",
    "scheme_area_outside": scheme_area_outside,
    "scheme_area_in_pieces": "Der Sozialraum {areas} besteht aus {count} Teilen, die nicht zusammenhängen. Bitte prüfen, ob das "
    "gewollt ist.",
    "scheme_area_small": scheme_area_small,
    "scheme_area_without_units": "Zu diesen Sozialräumen gehört kein Baublock: {areas}. Bitte Baublöcke zuordnen oder sie "
    "löschen.",
    "scheme_without_areas": "Dieser Zuschnitt hat noch keine Sozialräume. Bitte den ersten anlegen.",
    "scheme_name_empty": "Sozialräume ohne Namen: {areas}. Bitte Namen geben.",
    "scheme_name_twice": "Der Name {value} kommt mehrmals vor: {areas}. Bitte jedem Sozialraum einen eigenen Namen geben.",
    "scheme_name_too_long": "Der Name ist länger als {most} Zeichen: {areas}. Bitte kürzen.",
    "scheme_name_unprintable": "Der Name enthält unsichtbare Steuerzeichen: {areas}. Bitte neu eintippen.",
    "scheme_area_id_invalid": "Ein Schlüssel ist leer oder kommt mehrmals vor: {areas}. Bitte jedem Sozialraum einen eigenen "
    "geben.",
    "scheme_area_id_taken": "Diese Schlüssel hat schon ein anderes Gebiet des Kreises: {areas}. Bitte andere wählen.",
}

FORBIDDEN = {
    "scheme_forbidden": "Das darf Ihre Rolle nicht: Sozialräume zeichnet die Kommune selbst, oder die Koordination für sie.",
}

SENTENCES = {**FILES, **TABLES, **CHECKS, **FORBIDDEN}
