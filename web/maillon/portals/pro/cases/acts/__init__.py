"""Every act on a case. Each has an address, a form and a service; `views.acting` shows and runs them."""

from maillon.portals.pro.cases.acting import Act
from maillon.portals.pro.cases.acts import agreeing, ending, planning, rights, writing

ACTS: tuple[Act, ...] = (*writing.ACTS, *planning.ACTS, *agreeing.ACTS, *ending.ACTS, *rights.ACTS)
DONE = {act.name: act.done for act in ACTS}
