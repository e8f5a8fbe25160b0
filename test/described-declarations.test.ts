import { expect, test } from 'vitest';
import { z } from 'zod';
import { describedDeclarations } from '../scripts/described-declarations';

const Port = z.strictObject({ port: z.int().describe('Port number.') });
const SCHEMAS = {
  Service: z.strictObject({
    vcpu: z.number().optional().describe('Number of vCPUs. Default: 1.'),
    ports: z.array(Port).default([]).describe('Ports.'),
    limits: z.record(z.string(), z.union([Port, z.strictObject({ text: z.string().describe('Text with */ in it.') })])),
  }),
  NAME: 'no schema',
};

test('fields of schemas have their descriptions in declarations, also below wrappers, lists, records and unions', () => {
  const declarations = `export declare const Service: z.ZodObject<{
    vcpu: z.ZodOptional<z.ZodNumber>;
    ports: z.ZodDefault<z.ZodArray<z.ZodObject<{
        port: z.ZodInt;
    }, z.core.$strict>>>;
    limits: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodObject<{ port: z.ZodInt }, z.core.$strict>, z.ZodObject<{
        text: z.ZodString;
    }, z.core.$strict>]>>;
}, z.core.$strict>;
export declare const NAME: "no schema";
`;
  expect(describedDeclarations(declarations, SCHEMAS)).toBe(`export declare const Service: z.ZodObject<{
    /** Number of vCPUs. Default: 1. */
    vcpu: z.ZodOptional<z.ZodNumber>;
    /** Ports. */
    ports: z.ZodDefault<z.ZodArray<z.ZodObject<{
        /** Port number. */
        port: z.ZodInt;
    }, z.core.$strict>>>;
    limits: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodObject<{ /** Port number. */ port: z.ZodInt }, z.core.$strict>, z.ZodObject<{
        /** Text with *\\/ in it. */
        text: z.ZodString;
    }, z.core.$strict>]>>;
}, z.core.$strict>;
export declare const NAME: "no schema";
`);
});

test('a field with a comment keeps it, and a second run changes nothing', () => {
  const declarations = `export declare const Service: z.ZodObject<{
    /** Of the source. */
    vcpu: z.ZodOptional<z.ZodNumber>;
}, z.core.$strict>;
`;
  expect(describedDeclarations(declarations, SCHEMAS)).toBe(declarations);
});
