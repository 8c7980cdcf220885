"""Broken boundaries in a whole folder: each is told in German with file and area. The checks themselves: tests/geodata."""

import pytest


def _only(told):
    assert len(told) == 1, told
    return told[0]


def _quarters_with(folder, **changes):
    """The quarters with the given keys of the first one changed."""
    first, *others = folder.quarters()
    return [{**first, **changes}, *others]


def test_file_of_a_level_is_missing(tiny_folder):
    (tiny_folder.path / "areas/quartier.geojson").unlink()
    assert _only(tiny_folder.error_sentences()).startswith(
        "areas/quartier.geojson: Diese Datei mit Gebietsgrenzen fehlt."
    )


def test_missing_coordinate_system(tiny_folder):
    import geopandas as gpd

    quarters = gpd.read_file(tiny_folder.path / "areas/quartier.geojson")
    quarters.to_file(tiny_folder.path / "areas/quartier.shp")
    (tiny_folder.path / "areas/quartier.geojson").unlink()
    tiny_folder.replace("county.toml", "quartier.geojson", "quartier.shp")
    assert tiny_folder.open().problems == []
    (tiny_folder.path / "areas/quartier.prj").unlink()
    assert _only(tiny_folder.error_sentences()) == (
        "areas/quartier.shp: Das Koordinatensystem ist nicht angegeben. Beim Shapefile fehlt die Datei mit der Endung .prj; "
        "bitte mitliefern."
    )


def test_wrong_coordinate_system(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", tiny_folder.quarters(), crs="urn:ogc:def:crs:EPSG::32618")
    told = tiny_folder.error_sentences()
    assert any(
        each == "areas/quartier.geojson: Die Gebiete liegen nicht in Deutschland. Vermutlich ist ein falsches "
        "Koordinatensystem angegeben; bitte prüfen."
        for each in told
    )


def test_unknown_parent(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, parent="05999009"))
    told = _only(tiny_folder.error_sentences())
    assert "Das übergeordnete Gebiet 05999009 gibt es nicht." in told
    assert "Betroffen: 05999001-01 (Alfdorf 01)" in told
    assert told.startswith("areas/quartier.geojson: ")


def test_parent_that_lost_its_zero(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, parent="5999001"))
    assert "Vermutlich fehlt die führende Null: 05999001 (Alfdorf) würde passen." in _only(
        tiny_folder.error_sentences()
    )


def test_area_twice(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, id="05999001-02"))
    assert _only(tiny_folder.error_sentences()).startswith(
        "areas/quartier.geojson: Dieser Schlüssel kommt mehrmals vor: 05999001-02"
    )


def test_key_on_two_levels(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, id="05999001"))
    told = tiny_folder.error_sentences()
    assert any("Dieser Schlüssel kommt auf mehreren Ebenen vor: 05999001" in each for each in told)


def test_invalid_geometry(tiny_folder):
    west, south = tiny_folder.square(0, 0)[0]
    bow_tie = [(west, south), (west + 1000, south + 1000), (west + 1000, south), (west, south + 1000), (west, south)]
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, corners=bow_tie))
    told = tiny_folder.error_sentences()
    assert any(
        each.startswith("areas/quartier.geojson: Die Fläche des Gebiets 05999001-01 (Alfdorf 01) ist ungültig (der Rand "
                        "überschneidet sich bei ")
        for each in told
    )  # fmt: skip


def test_overlap(tiny_folder):
    wide = tiny_folder.square(0, 0, width=1.5)
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, corners=wide))
    assert _only(tiny_folder.error_sentences()) == (
        "areas/quartier.geojson: Die Gebiete 05999001-01 (Alfdorf 01) und 05999002-01 (Bergstadt 01) überlappen sich auf "
        "0,50 km². Bitte die gemeinsame Grenze berichtigen."
    )


def test_small_overlap_is_a_warning(tiny_folder):
    wide = tiny_folder.square(0, 0, width=1.01)
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, corners=wide))
    assert "überlappen sich auf 0,0100 km²" in tiny_folder.warnings()[0]


def test_gap(tiny_folder):
    # A ring of four areas around an empty square of one kilometre.
    ring = [tiny_folder.square(0, 0, 2, 1), tiny_folder.square(2, 0, 1, 2), tiny_folder.square(1, 2, 2, 1),
            tiny_folder.square(0, 1, 1, 2)]  # fmt: skip
    areas = [{**each, "corners": corners} for each, corners in zip(tiny_folder.quarters(), ring, strict=True)]
    tiny_folder.write_areas("areas/quartier.geojson", areas)
    told = [each for each in tiny_folder.warnings() if "Lücke" in each]
    assert _only(told).startswith("areas/quartier.geojson: Zwischen den Gebieten ")
    assert "liegt eine Lücke von 1,00 km²" in told[0]


def test_part_outside_its_parent(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", _quarters_with(tiny_folder, parent="05999002"))
    assert _only(tiny_folder.warnings()) == (
        "areas/quartier.geojson: Das Gebiet 05999001-01 (Alfdorf 01) liegt mit 1,00 km² außerhalb seines übergeordneten "
        "Gebiets 05999002. Bitte die Spalte parent oder die Grenze prüfen."
    )


def test_counts_of_areas_that_have_gone(tiny_folder):
    gone = {"id": "05999001-09", "name": "Alfdorf alt", "parent": "05999001", "valid_to": "2023-12-31"}
    corners = tiny_folder.square(0, 0, 1, 2)
    tiny_folder.write_areas("areas/quartier.geojson", [*tiny_folder.quarters(), {**gone, "corners": corners}])
    tiny_folder.append("counts.csv", "05999001-09;2023;ew;;3000")
    assert _only(tiny_folder.warnings()) == (
        "counts.csv, Zeile 26: Das Gebiet 05999001-09 (Alfdorf alt) gilt am Stichtag nicht. Seine Zahlen werden nicht "
        "gezeigt."
    )


@pytest.mark.parametrize("form", ["shp", "gpkg", "geojson"])
def test_every_format_of_boundaries(tiny_folder, form):
    import geopandas as gpd

    source = tiny_folder.path / "areas/quartier.geojson"
    quarters = gpd.read_file(source)
    source.unlink()
    quarters.to_file(tiny_folder.path / f"areas/quartier.{form}")
    tiny_folder.replace("county.toml", "quartier.geojson", f"quartier.{form}")
    folder = tiny_folder.open()
    assert folder.problems == []
    assert list(folder.hierarchy.areas("quartier").index) == [area["id"] for area in tiny_folder.quarters()]
