import type { Command } from '../command';
import { capacity } from './capacity';
import { check } from './check';
import { compare } from './compare';
import { completion } from './completion';
import { curve } from './curve';
import { estimate } from './estimate';
import { explain } from './explain';
import { fit } from './fit';
import { init } from './init';
import { lint } from './lint';
import { list } from './list';
import { manifests } from './manifests';
import { move } from './move';
import { quotas } from './quotas';
import { recommend } from './recommend';

/** The commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  init,
  list,
  estimate,
  compare,
  explain,
  quotas,
  recommend,
  capacity,
  curve,
  fit,
  manifests,
  lint,
  check,
  move,
  completion,
];
