#!/bin/sh
# Starts Electron in a mount name space of its own: what is mounted there is a real file system, seen by nobody else and gone
# with the program. No right of an administrator is needed.
exec unshare -rm "$VARCO_ELECTRON" "$@"
