"""Makes an event with an anonymous survey of nine questions in an empty Indico, by its own models. Run by its own Python with INDICO_CONFIG set;
prints the path of the survey."""

from datetime import timedelta

from indico.core.db import db
from indico.modules.categories import Category
from indico.modules.events.features.util import set_feature_enabled
from indico.modules.events.models.events import EventType
from indico.modules.events.operations import create_event
from indico.modules.events.surveys.models.items import SurveyQuestion, SurveySection
from indico.modules.events.surveys.models.surveys import Survey
from indico.modules.users.operations import create_user
from indico.util.date_time import now_utc
from indico.web.flask.app import make_app

from questions import QUESTIONS

with make_app().test_request_context():
    user = create_user("admin@bench.example", {"first_name": "A", "last_name": "B", "affiliation": ""})
    user.is_admin = True
    db.session.flush()
    now = now_utc()
    data = {"title": "Survey", "creator": user, "start_dt": now, "end_dt": now + timedelta(days=1), "timezone": "UTC"}
    event = create_event(Category.get_root(), EventType.meeting, data, add_creator_as_manager=False)
    set_feature_enabled(event, "surveys", True)
    survey = Survey(event=event, title="Nine questions", anonymous=True, require_user=False)
    section = SurveySection(survey=survey, display_as_section=True, title="Nine questions")
    for text in QUESTIONS:
        choices = [{"id": f"{number}", "option": f"{number}"} for number in range(1, 6)]
        field = {"display_type": "radio", "radio_display_type": "horizontal", "options": choices}
        SurveyQuestion(survey=survey, parent=section, title=text, field_type="single_choice", is_required=True, field_data=field)
    db.session.flush()
    survey.open()
    db.session.commit()
    print(f"/event/{event.id}/surveys/{survey.id}")
