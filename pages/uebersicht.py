from ui import frame
from ui.attention_view import decided_view, show_attention_stage, show_ways
from ui.overview import show_sentence
from views.rules import rule_result

shown = frame.open_page("Wo ist besonderer Aufmerksamkeitsbedarf?", of_indicators=True)
view = decided_view(shown)
found = rule_result(shown, view.level, view.year, view.rule)

show_sentence(shown, view, found)
show_ways(shown, "uebersicht", view)
show_attention_stage(shown, view, height=640, link=("kommune", "gebiet"))

frame.close_page(shown)
