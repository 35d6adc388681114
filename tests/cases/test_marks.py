"""The marks on the drawing: how often each step was done and each flow was taken, also into what is open now."""


def test_the_way_into_an_open_step_is_taken_already(play):
    number = play.open("branches")
    case = play.case(number)
    diagram = case.published.diagram
    entered = diagram.elements["Work_3"].incoming
    assert case.marks["flows"][entered[0]] == 1 and "Work_3" not in case.marks["done"]
    play.do(number, "Work_3", by="sara")
    marks = play.case(number).marks
    assert marks["done"]["Work_3"] == 1 and marks["flows"][entered[0]] == 1
    assert marks["flows"][diagram.elements["Work_3"].outgoing[0]] == 1
