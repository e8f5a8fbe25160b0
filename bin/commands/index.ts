import type { Command } from '../command';
import { compare } from './compare';
import { estimate } from './estimate';
import { explain } from './explain';
import { list } from './list';

/** The commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [list, estimate, compare, explain];
