/**
 * Milliseconds of the processor that `work` takes in this process: the least of three runs. Not by the clock, since other
 * work on the machine makes that as long as it likes.
 */
export async function spent(work: () => unknown): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    runs.push((user + system) / 1000);
  }
  return Math.min(...runs);
}
