"""Files that mean no good, or were made by somebody who knew no better. Each function makes the content of one.

The good ground is a square kilometre near Troisdorf, x and y from 360 and 5,620 km in EPSG:25832.
"""

import io
import json
import math
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path

import geopandas as gpd
from shapely import MultiPoint, Point, Polygon

WEST, SOUTH = 360_000.0, 5_620_000.0


def square(column=0, row=0, size=1000.0):
    x, y = WEST + column * size, SOUTH + row * size
    return Polygon([(x, y), (x + size, y), (x + size, y + size), (x, y + size)])


def frame(shapes=None, names=("Mitte", "Süd"), crs=25832, **columns):
    shapes = [square(0), square(1)] if shapes is None else shapes
    return gpd.GeoDataFrame({"id": ["a", "b"][: len(shapes)], "name": list(names)[: len(shapes)], **columns},
                            geometry=shapes, crs=crs)  # fmt: skip


def written(areas, suffix, **options):
    """Content of the file that GDAL writes of a frame; of a shapefile a zip."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"gebiete.{'shp' if suffix == 'zip' else suffix}"
        areas.to_file(path, **options)
        if suffix != "zip":
            return path.read_bytes()
        return zipped({part.name: part.read_bytes() for part in Path(folder).iterdir()})


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def members_of(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def geojson(coordinates, kind="Polygon", **more):
    feature = {
        "type": "Feature",
        "properties": {"id": "a", "name": "A"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature], **more}).encode()


def good_zip():
    return written(frame(), "zip", encoding="utf-8")


def self_intersecting():
    corners = [(WEST, SOUTH), (WEST + 1000, SOUTH + 1000), (WEST + 1000, SOUTH), (WEST, SOUTH + 1000)]
    return written(frame([Polygon(corners)]), "gpkg")


def utm_called_degrees():
    return geojson([[[360000, 5620000], [361000, 5620000], [361000, 5621000], [360000, 5620000]]])


def wrong_zone():
    """Coordinates of UTM zone 32 in a file that says zone 31: 400 km too far west, in the Netherlands and Belgium."""
    return written(frame(crs=25831), "gpkg")


def other_end_of_germany():
    return written(
        gpd.GeoDataFrame({"id": ["a"], "name": ["A"]}, geometry=[Point(11.5, 48.1).buffer(0.01)], crs=4326), "gpkg"
    )


def no_crs():
    members = members_of(good_zip())
    return zipped({name: content for name, content in members.items() if not name.endswith(".prj")})


def swapped_degrees():
    return geojson([[[50.80, 7.14], [50.81, 7.14], [50.81, 7.15], [50.80, 7.14]]])


def swapped_metres():
    turned = Polygon([(y, x) for x, y in square().exterior.coords])
    return written(frame([turned]), "gpkg")


def without_features():
    return json.dumps({"type": "FeatureCollection", "features": []}).encode()


def no_bytes():
    return b""


def two_million_corners():
    corner = b"[7.1234567,50.7654321],"
    return (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":'
            b'{"type":"Polygon","coordinates":[[' + corner * 2_000_000 + b"[7.1234567,50.7654321]]]}}]}")  # fmt: skip


def two_million_corners_shapefile():
    """A circle drawn with two million corners: 32 MB of shapefile, a few when packed."""
    number = 2_000_000
    steps = (2 * math.pi * i / number for i in range(number))
    points = b"".join(struct.pack("<2d", WEST + 500 * math.cos(a), SOUTH + 500 * math.sin(a)) for a in steps)
    points += points[:16]
    box = struct.pack("<4d", WEST - 500, SOUTH - 500, WEST + 500, SOUTH + 500)
    content = struct.pack("<i", 5) + box + struct.pack("<3i", 1, number + 1, 0) + points
    record = struct.pack(">2i", 1, len(content) // 2) + content
    size = (100 + len(record)) // 2
    head = (
        struct.pack(">7i", 9994, 0, 0, 0, 0, 0, size)
        + struct.pack("<2i", 1000, 5)
        + box
        + struct.pack("<4d", 0, 0, 0, 0)
    )
    index = head[:24] + struct.pack(">i", 54) + head[28:] + struct.pack(">2i", 50, len(content) // 2)
    members = members_of(written(frame([square()]), "zip"))
    return zipped({**members, "gebiete.shp": head + record, "gebiete.shx": index})


def zip_bomb():
    """A hundred megabytes and one, packed to a hundred kilobytes."""
    return zipped({**members_of(good_zip()), "gebiete.shp": bytes(100_000_001)})


def lying_zip_bomb():
    """As before, but the zip says that the file has a thousand bytes."""
    packed = bytearray(zipped({**members_of(good_zip()), "gebiete.shp": bytes(100_000_001)}))
    said = struct.pack("<I", 100_000_001)
    position = packed.find(said)
    while position >= 0:
        packed[position : position + 4] = struct.pack("<I", 1000)
        position = packed.find(said)
    return bytes(packed)


def names_with_html():
    return written(frame(names=["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>']), "gpkg")


def path_upwards():
    return zipped({**members_of(good_zip()), "../../gebiete.txt": b"out"})


def absolute_path():
    return zipped({**members_of(good_zip()), "/tmp/gebiete.txt": b"out"})


def windows_path():
    return zipped({**members_of(good_zip()), "C:\\gebiete\\..\\boot.ini": b"out"})


def two_shapefiles():
    members = members_of(good_zip())
    return zipped({**members, **{name.replace("gebiete", "zweite"): content for name, content in members.items()}})


def without_dbf():
    members = members_of(good_zip())
    return zipped({name: content for name, content in members.items() if not name.endswith(".dbf")})


def locked_zip():
    """The flag of encryption set; the content does not matter."""
    packed = bytearray(good_zip())
    with zipfile.ZipFile(io.BytesIO(bytes(packed))) as archive:
        places = [member.header_offset for member in archive.infolist()]
    central = packed.find(b"PK\x01\x02")
    while central >= 0:
        packed[central + 8] |= 1
        central = packed.find(b"PK\x01\x02", central + 1)
    for place in places:
        packed[place + 6] |= 1
    return bytes(packed)


def broken_zip():
    return good_zip()[:-200]


def points():
    return written(gpd.GeoDataFrame({"id": ["a"], "name": ["A"]}, geometry=[Point(WEST, SOUTH)], crs=25832), "gpkg")


def many_points_called_polygon():
    areas = gpd.GeoDataFrame(
        {"id": ["a"], "name": ["A"]}, geometry=[MultiPoint([(WEST, SOUTH), (WEST, SOUTH + 1)])], crs=25832
    )
    return written(areas.to_crs(4326), "geojson")


def no_numbers():
    return geojson([[[7.1, 50.8], [math.nan, 50.8], [7.2, math.inf], [7.1, 50.8]]])


def beyond_all_numbers():
    return geojson([[[7.1, 50.8], [7.2, 50.8], [7.2, 50.9], [7.1, 50.8]]]).replace(b"7.2", b"1e400", 1)


def infinite_in_geopackage():
    corners = [(WEST, SOUTH), (math.inf, SOUTH), (WEST, SOUTH + 1000)]
    return written(frame([Polygon(corners)]), "gpkg")


def no_geometry():
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": "a", "name": "A"}, "geometry": None}]}).encode()  # fmt: skip


def same_id_twice():
    areas = frame()
    return written(areas.assign(id=["a", "a"]), "gpkg")


def text_called_geopackage():
    return "Sehr geehrte Damen und Herren, anbei die Sozialräume.".encode()


def sqlite_called_geopackage():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        with sqlite3.connect(path) as database:
            database.execute("create table sozialraeume (id text, name text)")
            database.execute("insert into sozialraeume values ('a', 'A')")
        database.close()
        return path.read_bytes()


def endless_view():
    """A GeoPackage whose layer is a view that never ends."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        frame().to_file(path, layer="gebiete")
        with sqlite3.connect(path) as database:
            database.execute("alter table gebiete rename to alt")
            database.execute(
                "create view gebiete as with recursive n(i) as (select 1 union all select i + 1 from n) "
                "select i as fid, alt.geom, alt.id, alt.name from n, alt"
            )
        database.close()
        return path.read_bytes()


def vrt_called_geojson():
    return (b'<OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>/etc/passwd</SrcDataSource>'
            b"</OGRVRTLayer></OGRVRTDataSource>")  # fmt: skip


def vrt_with_an_address():
    return (b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>'
            b"/vsicurl/http://example.org/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")  # fmt: skip


def vrt_called_shapefile():
    """GDAL would know a VRT by its content, whatever it is called, and open the file it names."""
    text = (b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>CSV:/etc/passwd</SrcDataSource><SrcLayer>passwd</SrcLayer>'
            b"<GeometryType>wkbPolygon</GeometryType></OGRVRTLayer></OGRVRTDataSource>")  # fmt: skip
    return zipped({**members_of(good_zip()), "gebiete.shp": text})


def deeply_nested():
    return b'{"type":"FeatureCollection","features":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def deeply_nested_objects():
    return b'{"zuschnitt":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b',"type":"FeatureCollection","features":[]}'


def outside_germany():
    return geojson([[[-74.0, 40.7], [-73.9, 40.7], [-73.9, 40.8], [-74.0, 40.7]]])


def the_whole_world():
    return geojson([[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]])


def latin1_called_utf8():
    members = members_of(written(frame(names=["Größe", "Süd"]), "zip", encoding="ISO-8859-1"))
    return zipped({**members, "gebiete.cpg": b"UTF-8"})


def latin1_geojson():
    return geojson([[[7.1, 50.8], [7.2, 50.8], [7.2, 50.9], [7.1, 50.8]]]).replace(b'"A"', '"Größe"'.encode("latin-1"))


def hair_thin_comb():
    """100,000 teeth of a kilometre: 200,000 km of border in one valid polygon."""
    corners = [(WEST, SOUTH)]
    for tooth in range(70_000):
        x = WEST + tooth * 0.1
        corners += [(x, SOUTH + 1000), (x + 0.05, SOUTH + 1000), (x + 0.05, SOUTH + 1), (x + 0.1, SOUTH + 1)]
    return written(frame([Polygon([*corners, (corners[-1][0], SOUTH)])]), "gpkg")


def crossing_combs():
    """Two valid combs whose teeth cross a hundred million times."""
    teeth, deep = 9_000, 400.0
    lying, standing = [(0.0, 0.0)], [(0.0, 0.0)]
    for tooth in range(teeth):
        at = tooth * deep / teeth
        wide = deep / teeth / 2
        lying += [(at, deep), (at + wide, deep), (at + wide, 0.5), (at + 2 * wide, 0.5)]
    standing = [(y, x) for x, y in lying]
    shapes = [Polygon([(WEST + x, SOUTH + y) for x, y in [*teeth_, (deep, 0) if n == 0 else (0, deep)]])
              for n, teeth_ in enumerate([lying, standing])]  # fmt: skip
    return written(frame(shapes), "gpkg")


def random_scribble():
    """A border that crosses itself fifty million times, and is not too long."""
    state, corners = 12345, []
    for _ in range(25_000):
        state = zlib.crc32(struct.pack("<I", state))
        corners.append((WEST + state % 1000, SOUTH + (state >> 12) % 1000))
    return written(frame([Polygon(corners)]), "gpkg")


def too_many_areas():
    shapes = [square(number % 100, number // 100, 10.0) for number in range(6_000)]
    ids = [str(number) for number in range(6_000)]
    return written(gpd.GeoDataFrame({"id": ids, "name": ids}, geometry=shapes, crs=25832), "gpkg")


def too_large():
    return b'{"type":"FeatureCollection","features":[]}' + b" " * 50_000_000


def unknown_type():
    return b"%PDF-1.7"


def stray_kml():
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><kml>&b;</kml>'
