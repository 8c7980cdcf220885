"""Sentences about areas, their boundaries and the places drawn on them."""

from __future__ import annotations

from problem import Problem
from texts.problem_words import words_of

SHAPE_FAULTS = (
    ("Ring Self-intersection", "der Rand berührt sich selbst"),
    ("Self-intersection", "der Rand überschneidet sich"),
    ("Hole lies outside shell", "ein Loch liegt außerhalb der Fläche"),
    ("Nested", "Teile liegen ineinander"),
    ("Holes are nested", "Löcher liegen ineinander"),
    ("Interior is disconnected", "die Fläche zerfällt in Teile"),
    ("Too few points", "der Rand hat zu wenige Punkte"),
)


def _shape_fault(problem: Problem) -> str:
    reason = str(problem.facts.get("reason", ""))
    told = next((german_words for english, german_words in SHAPE_FAULTS if reason.startswith(english)), "")
    where = f" bei {reason[reason.index('[') + 1 : reason.index(']')]}" if "[" in reason and "]" in reason else ""
    return f" ({told}{where})" if told else ""


def geometry_invalid(problem: Problem) -> str:
    areas = words_of(problem)["areas"]
    return f"Die Fläche des Gebiets {areas} ist ungültig{_shape_fault(problem)}. Bitte im GIS reparieren."


def geometry_repaired(problem: Problem) -> str:
    areas = words_of(problem)["areas"]
    return (
        f"Die Fläche des Gebiets {areas} war ungültig{_shape_fault(problem)} und wurde ohne nennenswerte Änderung "
        "repariert. Bitte bei Gelegenheit im GIS berichtigen."
    )


def parent_unknown(problem: Problem) -> str:
    words = words_of(problem)
    hint = f" Vermutlich fehlt die führende Null: {words['matches']} würde passen." if words["matches"] else ""
    return (
        f"Das übergeordnete Gebiet {words['parents']} gibt es nicht.{hint} Betroffen: {words['areas']}. Bitte die "
        "Spalte parent berichtigen."
    )


SENTENCES = {
    "parent_unknown": parent_unknown,
    "area_id_twice": "Dieser Schlüssel kommt auf mehreren Ebenen vor: {areas}. Bitte jedem Gebiet einen eigenen "
    "Schlüssel geben.",
    "area_id_empty": "Gebiete ohne Schlüssel: {count}. Bitte die Spalte id ausfüllen.",
    "area_id_duplicate": "Dieser Schlüssel kommt mehrmals vor: {areas}. Bitte jedes Gebiet nur einmal liefern.",
    "area_parts_joined": "Gebiete aus mehreren Teilen wurden zusammengefügt: {areas}.",
    "area_date_invalid": "Beim Gebiet {areas} steht in der Spalte „{column}“ {value}. Bitte ein Datum wie 2024-12-31 "
    "liefern.",
    "area_outside_parent": "Das Gebiet {areas} liegt mit {km2} außerhalb seines übergeordneten Gebiets {parent}. Bitte "
    "die Spalte parent oder die Grenze prüfen.",
    "areas_file_missing": "Diese Datei mit Gebietsgrenzen fehlt. Bitte in den Datenordner legen oder den Dateinamen "
    "prüfen.",
    "areas_unreadable": "Diese Datei lässt sich nicht als Gebietsgrenzen lesen. Bitte als Shapefile, GeoPackage oder "
    "GeoJSON liefern.",
    "areas_empty": "Diese Datei enthält keine Gebiete. Bitte noch einmal liefern.",
    "areas_column_missing": "Die Spalte „{column}“ fehlt. Erwartet werden id, name und parent.",
    "areas_not_joined": "Die Gebiete lassen sich nicht zum ganzen Kreis zusammensetzen, weil eine Fläche ungültig ist. Bitte "
    "die Grenzen im GIS reparieren.",
    "areas_overlap": "Die Gebiete {areas} überlappen sich auf {km2}. Bitte die gemeinsame Grenze berichtigen.",
    "areas_gap": "Zwischen den Gebieten {areas} liegt eine Lücke von {km2}. Bitte prüfen, ob dort ein Gebiet fehlt.",
    "shapefile_incomplete": "Zum Shapefile fehlen Teile: {missing}. Bitte alle Dateien mit demselben Namen liefern.",
    "crs_missing": "Das Koordinatensystem ist nicht angegeben. Beim Shapefile fehlt die Datei mit der Endung .prj; "
    "bitte mitliefern.",
    "crs_implausible": "Die Gebiete liegen nicht in Deutschland. Vermutlich ist ein falsches Koordinatensystem "
    "angegeben; bitte prüfen.",
    "geometry_empty": "Gebiete ohne Fläche: {areas}. Bitte die Grenzen ergänzen.",
    "geometry_no_area": "Das sind Punkte oder Linien statt Flächen: {areas}. Bitte Flächen liefern.",
    "geometry_invalid": geometry_invalid,
    "geometry_repaired": geometry_repaired,
    "places_column_missing": "Es fehlt: {columns}. Die erste Zeile muss die Spaltennamen enthalten: name, lon (Länge), "
    "lat (Breite) und, wenn gewünscht, rang.",
    "places_empty": "Diese Datei enthält keine Orte. Bitte ergänzen oder den Schlüssel „places“ in county.toml löschen.",
    "place_without_name": "Hier fehlt der Name des Ortes. Bitte die Spalte name ausfüllen.",
    "place_degrees_invalid": "In der Spalte „{column}“ steht bei {places} keine Gradzahl. Bitte lon (Länge, zum Beispiel "
    "7,21) und lat (Breite, zum Beispiel 50,79) in Grad liefern.",
    "place_rank_invalid": "In der Spalte „rang“ steht bei {places} keine Ziffer von 1 (zuerst gezeigt) bis 9. Bitte "
    "berichtigen oder leer lassen.",
    "place_outside": "Der Ort {places} liegt mehr als 20 km außerhalb des Kreises. Bitte die Koordinaten prüfen; "
    "vielleicht sind lon und lat vertauscht.",
    "place_twice": "Der Ortsname {places} kommt mehrmals vor. Bitte prüfen, ob wirklich zwei Orte so heißen.",
    "unit_unknown": "Diese Einheit gibt es auf der feinsten Ebene nicht: {areas}. Bitte die Spalte einheit prüfen; amtliche "
    "Schlüssel beginnen oft mit 0.",
    "unit_twice": "Diese Einheit kommt mehrmals vor: {areas}. Bitte jede Einheit nur einem Gebiet zuordnen.",
    "division_area_taken": "Dieser Schlüssel ist leer oder gehört schon einem Gebiet einer anderen Ebene: {areas}. Bitte jedem "
    "Gebiet einen eigenen Schlüssel geben.",
    "division_crosses": "Das Gebiet {areas} liegt in mehreren übergeordneten Gebieten. Bitte so teilen, dass jedes in einem "
    "liegt.",
    "prefix_unknown": "Kein Gebiet hat einen Schlüssel, der mit „{prefix}“ beginnt. Vorhanden sind zum Beispiel: "
    "{existing}.",
}
