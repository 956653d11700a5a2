#!/bin/sh
# How long one piped message takes as a whole process, and how much memory: the median of 20 runs after a first one that
# fills the cache. Needs the release build (make build) and GNU time.
set -eu
program=${1:-.build/release/fixline}
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
echo 'button greyed out' | "$program" chat --log :memory: >/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  echo 'button greyed out' | /usr/bin/time -a -o "$figures" -f '%e %M' "$program" chat --log :memory: >/dev/null
done
sort -n "$figures" | awk '{ seconds[NR] = $1; if ($2 > memory) memory = $2 }
  END { printf "one message: %.0f ms (median of %d), peak memory %.0f MB\n", seconds[int((NR + 1) / 2)] * 1000, NR, memory / 1024 }'
