#!/usr/bin/env bash
# Runs one step of a build: says what it does and how long it usually takes, and at the end
# how long it took. A failure names the step and what to do.
#
#   scripts/step.sh WHAT USUALLY COMMAND…
#
# The command is run by itself, not by a shell; what it prints is passed on.
set -uo pipefail

what=$1
usually=$2
shift 2

bold() {
  if [ -t 2 ] && [ -z "${NO_COLOR:-}" ]; then
    printf '\033[1m%s\033[0m\n' "$*" >&2
  else
    printf '%s\n' "$*" >&2
  fi
}

bold "▸ $what (usually $usually)"
start=$SECONDS
"$@"
status=$?
took=$((SECONDS - start))
if [ "$status" != 0 ]; then
  {
    printf '\n'
    bold "✗ $what: failed after $took s, with status $status"
    printf '  What went wrong stands above. Run the same make target again: it goes on from here.\n'
    printf '  This step alone: cd %q &&' "$PWD"
    printf ' %q' "$@"
    printf '\n'
    printf '  Without network nothing that is missing can be installed; what is there needs none.\n'
    printf '  The disk has %s left; building and testing takes some 8 GB.\n' \
      "$(df -Ph . | awk 'NR == 2 { print $4 }')"
  } >&2
  exit "$status"
fi
bold "✓ $what: $took s"
