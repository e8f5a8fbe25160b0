// Runs commands of the compiled program in this process: `node run-commands.cjs FOLDER-OF-BIN JSON-OF-COMMANDS` prints the result
// of each as JSON. Each command loads its own answers, as the command line does.
const { join } = require('node:path');
const [bin, commands] = process.argv.slice(2);
const { run } = require(join(bin, 'program'));

const answers = (name) => () => require(join(bin, '../lib/answers', name));
const commandNames = require(join(bin, 'commands')).COMMANDS.map(({ name }) => name);
const modules = {
  commands: Object.fromEntries(commandNames.map((name) => [name, () => require(join(bin, 'commands', name))[name]])),
  systems: () => require(join(bin, 'systems')),
  estimator: () => require(join(bin, 'cached-estimates')).cachedEstimates(process.env),
  estimate: answers('estimate'),
  check: answers('check-templates'),
  lint: answers('lint'),
  move: answers('move'),
  manifests: answers('manifests'),
};

async function runAll() {
  const results = [];
  for (const argv of JSON.parse(commands)) {
    const ran = { code: -1, stdout: '', stderr: '' };
    const collect = (stream) => (text) => {
      ran[stream] += text;
    };
    const io = { env: process.env, stdoutIsTty: false, columns: undefined, today: new Date() };
    ran.code = await run(argv, { ...io, stdout: collect('stdout'), stderr: collect('stderr') }, modules);
    results.push(ran);
  }
  process.stdout.write(JSON.stringify(results));
}

void runAll();
