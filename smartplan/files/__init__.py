"""The one way to write: whole files or nothing, and never over a person's work.

``write_atomic`` replaces one file. ``write_outputs`` writes the documents of a plan; a register beside them knows by
hash what we wrote, so that a file which a person changed since is noticed. ``write_changes`` edits the plan itself.
"""

from __future__ import annotations

from smartplan.files.archive import zip_bytes
from smartplan.files.atomic import write_atomic
from smartplan.files.edited import Change, write_changes
from smartplan.files.errors import ChangedOutputs, ChangedSource, FileTrouble, LockedFile, NotWritable, OutputBusy
from smartplan.files.fresh import check_folder, make_folder, write_new_folder
from smartplan.files.lock import folder_lock
from smartplan.files.outputs import Decision, Written, changed_outputs, outdated_outputs, remove_outputs, write_outputs
from smartplan.files.register import Register

__all__ = [
    "Change",
    "ChangedOutputs",
    "ChangedSource",
    "Decision",
    "FileTrouble",
    "LockedFile",
    "NotWritable",
    "OutputBusy",
    "Register",
    "Written",
    "changed_outputs",
    "check_folder",
    "folder_lock",
    "make_folder",
    "outdated_outputs",
    "remove_outputs",
    "write_atomic",
    "write_changes",
    "write_new_folder",
    "write_outputs",
    "zip_bytes",
]
