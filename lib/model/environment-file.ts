import { z } from 'zod';
import { Options } from './options';
import { Id } from './scalars';

/** A tag of a container image. Source: distribution/reference, grammar of `tag`. */
export const ImageTag = z.string().regex(/^\w[\w.-]{0,127}$/, 'a tag of a container image, such as 1.4.2');

/** The reference of an image: no spaces. Registries check the rest. */
const IMAGE = /^[^\s"]{1,1000}$/;

/** The ARN of an IAM role or user. Source: IAM user guide, "IAM identifiers". */
const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]{1,576}$/;

const PRINCIPAL_ARN = 'the ARN of an IAM role or user';
const PRINCIPAL_ARNS = 'ARNs of IAM roles or users, separated by commas';

/** The ARNs in a string, which the context of the CDK has instead of a list. Refuses other strings; the schema refuses other values. */
function principalsIn(value: unknown, context: z.RefinementCtx): unknown {
  if (typeof value !== 'string') return value;
  const arns = value.split(/,(?=arn:)/);
  if (arns.every((arn) => PRINCIPAL.test(arn))) return arns;
  context.addIssue({ code: 'custom', message: PRINCIPAL_ARNS, input: value });
  return z.NEVER;
}

/** The images of a stack, and the roles that may administer it. Blueprints and estimates do not depend on them. */
export const Deployment = z.strictObject({
  imageTag: ImageTag.optional().describe(
    'Tag of the images in the ECR repositories of the services, or `placeholder` for an image that only answers health checks. No default: a deployment names it, or has an image of each service in `images`.',
  ),
  images: z
    .record(Id, z.string().regex(IMAGE, 'an image such as example.com/api:1.4.2'))
    .optional()
    .describe('Images by service, from any registry. They take precedence over `imageTag`. Default: none.'),
  clusterAdmins: z
    .preprocess(principalsIn, z.array(z.string().regex(PRINCIPAL, PRINCIPAL_ARN)))
    .optional()
    .describe(
      'ARNs of IAM roles or users with administrator access to the cluster (`platform=eks`); in a string such as the value of `-c`, separated by commas. Default: deployments only.',
    ),
});
export type Deployment = z.infer<typeof Deployment>;

/**
 * The file of an environment, `environments/<environment>.json`: everything that each deployment of the environment must
 * repeat. Its name is the environment, so it has no key of it.
 */
export const EnvironmentFile = z.strictObject({
  $schema: z.string().optional().describe('The JSON Schema of the file, for editors. Default: none.'),
  ...Deployment.shape,
  ...Options.omit({ environment: true }).shape,
});
export type EnvironmentFile = z.infer<typeof EnvironmentFile>;
