// Runs commands of the compiled program in this process: `node run-commands.cjs FOLDER-OF-BIN JSON-OF-COMMANDS` prints the result
// of each as JSON. Each command loads its own answers, as the command line does.
const { join } = require('node:path');
const [bin, commands] = process.argv.slice(2);
const { run } = require(join(bin, 'program'));
const { MODULES } = require(join(bin, 'loaded-modules'));

async function runAll() {
  const results = [];
  for (const argv of JSON.parse(commands)) {
    const ran = { code: -1, stdout: '', stderr: '' };
    const collect = (stream) => (text) => {
      ran[stream] += text;
    };
    const io = { env: process.env, stdoutIsTty: false, columns: undefined, today: new Date() };
    ran.code = await run(argv, { ...io, stdout: collect('stdout'), stderr: collect('stderr') }, MODULES);
    results.push(ran);
  }
  process.stdout.write(JSON.stringify(results));
}

void runAll();
