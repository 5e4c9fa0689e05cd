from otree.api import BaseConstants, BaseGroup, BasePlayer, BaseSubsession, Page, models, widgets

from questions import QUESTIONS

def question(text):
    return models.IntegerField(label=text, choices=[1, 2, 3, 4, 5], widget=widgets.RadioSelectHorizontal)


class C(BaseConstants):
    NAME_IN_URL = "survey"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = 1


class Subsession(BaseSubsession):
    pass


class Group(BaseGroup):
    pass


class Player(BasePlayer):
    q1 = question(QUESTIONS[0])
    q2 = question(QUESTIONS[1])
    q3 = question(QUESTIONS[2])
    q4 = question(QUESTIONS[3])
    q5 = question(QUESTIONS[4])
    q6 = question(QUESTIONS[5])
    q7 = question(QUESTIONS[6])
    q8 = question(QUESTIONS[7])
    q9 = question(QUESTIONS[8])


class Questions(Page):
    form_model = "player"
    form_fields = [f"q{number}" for number in range(1, 10)]


page_sequence = [Questions]
