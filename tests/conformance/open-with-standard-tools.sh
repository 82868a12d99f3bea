#!/bin/sh
# Opens and verifies a Varco envelope with standard tools only: age, unzip, ssh-keygen, sha256sum.
#
#   open-with-standard-tools.sh ENVELOPE AGE_KEY ALLOWED_SIGNERS SENDER_ID
#
# ENVELOPE         the VARCO-….zip.age file
# AGE_KEY          our age identity file (AGE-SECRET-KEY-1…)
# ALLOWED_SIGNERS  the services we trust, one line each, as exported by Varco
# SENDER_ID        service id of the office that says it sent the envelope
#
# Works in a new folder below the current one and prints it as the last line. On any failure the folder is removed,
# because age leaves partial plaintext behind when a file is damaged, and the exit code says which step failed:
# 2 usage or missing tool, 3 not decrypted, 4 not unpacked, 5 signature, 6 digests, 7 unlisted files, 8 sender or recipient.
set -eu
LC_ALL=C
export LC_ALL

fail() {
  code=$1
  shift
  echo "REFUSED: $*" >&2
  exit "$code"
}

[ $# -eq 4 ] || fail 2 "usage: $0 ENVELOPE AGE_KEY ALLOWED_SIGNERS SENDER_ID"
for tool in age age-keygen unzip ssh-keygen sha256sum find sort cut grep; do
  command -v "$tool" >/dev/null || fail 2 "$tool is not installed"
done
absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac; }
envelope=$(absolute "$1")
key=$(absolute "$2")
signers=$(absolute "$3")
sender=$4

umask 077
folder=$(mktemp -d "$PWD/opened.XXXXXX")
trap 'status=$?; [ $status -eq 0 ] || rm -rf "$folder"' EXIT
cd "$folder"

age -d -i "$key" -o b.zip "$envelope" || fail 3 "not sealed to this key, or damaged"
unzip -q b.zip || fail 4 "the archive inside is damaged"
rm b.zip
reference=$(ls -A)
[ "$(echo "$reference" | wc -l)" -eq 1 ] && [ -d "$reference" ] || fail 4 "not one folder"
cd "$reference"

ssh-keygen -Y verify -f "$signers" -I "$sender" -n varco-envelope-v1 \
  -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt || fail 5 "not signed by $sender"
sha256sum -c --strict --quiet tagmanifest-sha256.txt || fail 6 "a tag file was changed"
sha256sum -c --strict --quiet manifest-sha256.txt || fail 6 "a payload file was changed"

# everything that is there is listed, everything listed is there, no link among it
find . -mindepth 1 ! -type d ! -type f | grep -q . && fail 7 "something that is no file"
{ cut -c67- tagmanifest-sha256.txt manifest-sha256.txt; echo tagmanifest-sha256.txt; echo tagmanifest-sha256.txt.sig; } | sort > ../listed
find . -type f | cut -c3- | sort > ../present
cmp -s ../listed ../present || fail 7 "files that are not listed"
rm ../listed ../present

# signed for us, and by the one who says so: a re-encrypted envelope ends here
header=$(tr -d '\n' < envelope.json)
echo "$header" | grep -Eq "\"sender\": *\{[^}]*\"serviceId\": *\"$sender\"" || fail 8 "the header names another sender"
ours=$(age-keygen -y "$key")
echo "$header" | grep -Eq "\"recipient\": *\{[^}]*\"age\": *\"$ours\"" || fail 8 "sealed for another recipient"

echo "$folder/$reference"
