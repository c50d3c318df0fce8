#!/usr/bin/env bash
# One area's issue in the forge: made, brought up to date, or closed when nothing is left to look at.
# `bash .github/paminn.sh farsta` in the project's folder; `gh` must be allowed to write issues.
set -euo pipefail
area=$1
title="Att se över: $area"
list=$(mktemp)
trap 'rm -f "$list"' EXIT

number=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
  --jq "[.[] | select(.title == \"$title\")][0].number // empty")
code=0
.venv/bin/katalog stale --omrade "$area" --grans 0 > "$list" || code=$?
case $code in
  0)
    [ -z "$number" ] || gh issue close "$number" --comment "Allt i området är genomgånget."
    exit 0
    ;;
  1) ;;
  *) exit "$code" ;;
esac
.venv/bin/katalog stale --omrade "$area" --format markdown > "$list"
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$list"
else
  gh issue create --title "$title" --body-file "$list"
fi
