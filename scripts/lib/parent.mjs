// Preloaded into what the supervisor starts: when the supervisor is killed, this process must not outlive it.
const parent = process.ppid;
const supervisor = Number(process.env.DIAODU_SUPERVISOR);

function end() {
  setTimeout(() => process.exit(1), 5_000).unref();
  process.kill(process.pid, "SIGTERM");
}

// The supervisor may have died before this line ran; only its direct children have lost it when the system's first process took them over.
if (supervisor > 1 && parent === 1) end();

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  end();
}, 500);
watch.unref();
