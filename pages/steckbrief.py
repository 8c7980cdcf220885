from ui import frame
from ui.profile import compared, told
from ui.profile.choose import choose_profile
from ui.profile.course_chart import show_courses
from ui.profile.downloads import offer_profile
from ui.profile.indicator_table import show_indicators
from ui.profile.spine_chart import show_spine
from ui.profile.structure import show_structure
from ui.said import show_on_area
from ui.strategies.begin import offer_way_to_strategy

shown = frame.open_page("Steckbrief", of_indicators=True)
profile, others = choose_profile(shown)

offer_profile(shown, profile)
told.show_headline(profile)
show_spine(profile)
show_indicators(profile, frame.name_of(shown, profile.municipality))
told.show_unplaced(shown.release, profile)
compared.show_compared([profile, *others])
told.show_standings(profile)
offer_way_to_strategy(shown, profile.area, profile.year)
show_courses(profile)
show_structure(shown.release, profile)
told.show_around(shown, profile)
show_on_area(shown, profile.area, [row.indicator.id for row in profile.rows])
told.show_quality(shown, profile)

frame.close_page(shown)
