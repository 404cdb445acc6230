"""Everything that writes exercises. Callers use these names."""

from maillon.practice.services.forgetting import forget_rooms
from maillon.practice.services.playing import answer_questionnaire, join, record_turn
from maillon.practice.services.rooms import close_room, open_room

__all__ = ["answer_questionnaire", "close_room", "forget_rooms", "join", "open_room", "record_turn"]
