#!/bin/sh
# Is every document PDF/A-3a and PDF/UA-1? Asked of veraPDF, an independent validator (needs a JDK of 17 or later and Maven; Maven
# fetches veraPDF the first time). Extended conformance: not part of the ordinary run.
#   tests/conformance/judge-pdf.sh [FOLDER]      default: a temporary one, removed afterwards
# Exit: 0 every document is, 1 one is not, 2 nothing to judge or a tool is missing.
set -eu
cd "$(dirname "$0")/../.."
command -v java >/dev/null && command -v mvn >/dev/null || { echo 'needs java and mvn' >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=${1:-$work/gallery}
node scripts/build.mjs core
node out/core/dev-pdf-gallery.js "$folder"
cp -r tests/conformance/verapdf "$work/judge"
mvn -q -B -f "$work/judge/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
java -cp "$work/judge/target/classes:$(cat "$work/classpath")" JudgePdf "$folder"/*.pdf
