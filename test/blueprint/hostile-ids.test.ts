import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import { aiva } from '../../tiers';

/** `constructor` is a valid id of all but components, although every JavaScript object has a property of that name. */
const HOSTILE = 'constructor';
const ORDINARY = 'zzzzzzzzzzz';

/** The blueprint of the first tier with another id in place of one of the document, as JSON; the error when it is refused. */
function outcome(id: string, name: string): string {
  const system = JSON.parse(JSON.stringify(aiva).replaceAll(`"${id}"`, `"${name}"`)) as SystemInput;
  try {
    const { components, usage } = blueprintFor({ system: system.id, tier: system.tiers[0]?.id ?? '' }, { systems: [system] });
    return JSON.stringify({ components, usage }).replaceAll(name, id);
  } catch (error) {
    if (error instanceof InputError) return error.message.replaceAll(name, id);
    throw error;
  }
}

/** A system whose first tier refers to a component that it does not have. */
function referringTo(target: string): SystemInput {
  return JSON.parse(JSON.stringify(aiva).replace(/"uses":\["[^"]+"/, `"uses":["${target}"`)) as SystemInput;
}

describe('ids of the systems of users', () => {
  it.each(['aiva', 'small', 'chats', 'requests'])('may be constructor, as %s', (id) => {
    expect(outcome(id, HOSTILE)).toBe(outcome(id, ORDINARY));
  });

  it.each(['api', 'nodes'])('of components are not constructor, as %s, because no construct has this id', (id) => {
    expect(() => new Construct(new Stack(new App(), 'Tier'), HOSTILE)).toThrow("There is already a Construct with name 'constructor'");
    expect(outcome(id, HOSTILE)).toContain('a property of every JavaScript object');
  });

  it.each([HOSTILE, ORDINARY])('are refused where %s refers to nothing', (target) => {
    const system = referringTo(target);
    expect(() => blueprintFor({ tier: 'small' }, { systems: [system] })).toThrow(`uses.0: invalid value "${target}"`);
  });
});
