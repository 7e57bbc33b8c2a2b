/** What PostgreSQL says when it cannot, and what a person can do about it. Pure. */

export const lastLines = (text, count = 12) => text.trimEnd().split("\n").filter(Boolean).slice(-count);

export function whatToDoAbout(said) {
  if (/no space left/i.test(said)) return "The disk is full: make room and start again.";
  if (/shared memory/i.test(said) && /allocate|resize|space/i.test(said)) return "The machine has too little shared memory: in a container give it more (--shm-size=512m) and start again.";
  if (/cannot allocate memory|out of memory/i.test(said)) return "The machine has too little memory: end something else and start again.";
  if (/error while loading shared libraries/i.test(said)) return "A library of the system is missing (named above): install it, or give DATABASE_URL of another PostgreSQL 18.";
  if (/permission denied|wrong ownership|invalid permissions/i.test(said)) return "It may not read or write its folder: give the folder back to the user who made it, with mode 0700, and start again.";
  if (/checksum|corrupt|invalid page|pg_control|could not locate a valid checkpoint/i.test(said)) return "The files are damaged: do not delete anything, copy the folder, and restore your backup into a new DATA_DIR.";
  return "Read the lines above; then start again, or give DATABASE_URL of another PostgreSQL 18.";
}
