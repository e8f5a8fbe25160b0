/** Files and commands that documents tell their readers to write and to run. */
import { textOf } from './sources';

/** Files of a document by name: blocks with a name behind the language, such as "yaml sizing.yaml". */
export function filesOf(document: string): ReadonlyMap<string, string> {
  return new Map([...textOf(document).matchAll(/```\w+ (\S+)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]));
}

/** Commands of the blocks of a shell in a document, one a line. */
export function commandsOf(document: string): string[] {
  return [...textOf(document).matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
}

/** The `-c key=value` arguments of a command of the CDK. */
export function contextOf(command: string): Record<string, string> {
  return Object.fromEntries([...command.matchAll(/ -c ([A-Za-z]+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]));
}
