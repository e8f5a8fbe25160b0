import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of a process since its start, with its descendants and those that ended, in clock ticks. */
export function processorTicks(pid: number): number {
  const [, , , , , , , , , , , utime = 0, stime = 0, cutime = 0, cstime = 0] = fieldsOf(pid);
  return childrenOf(pid).reduce((sum, child) => sum + processorTicks(child), utime + stime + cutime + cstime);
}

function childrenOf(pid: number): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((id) => fieldsOf(id)[1] === pid);
}

/** Fields of `proc(5)` after the name of the program, the state first; none where the process has ended. */
function fieldsOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
}
