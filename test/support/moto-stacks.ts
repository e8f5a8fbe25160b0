import type { Stack } from '../../lib/answers/estimate-stacks';
import { type MotoLimit, type MotoResources, REJECTED, supportedBy } from './moto-limits';
import type { MotoServer } from './moto-server';

/** Parameter that every template of the CDK reads; `cdk bootstrap` creates it. */
const BOOTSTRAP_VERSION = { Name: '/cdk-bootstrap/hnb659fds/version', Value: '21', Type: 'String', Overwrite: true } as const;

/** Stacks in moto, created and updated by the API of CloudFormation. */
export class MotoStacks {
  readonly #templates = new Map<string, { readonly Resources: MotoResources }>();

  constructor(
    private readonly moto: MotoServer,
    private readonly limits: Readonly<Record<string, MotoLimit>> = REJECTED,
    private readonly onLimit: (name: string, stack: Stack) => void = () => {},
  ) {}

  /** Creates the stack, or updates it: its status afterwards. */
  async deploy(stack: Stack): Promise<string> {
    const { stackName, region, template: original } = stack;
    const before = this.deployed(stackName);
    const { template, used } = supportedBy(this.limits, region, original, before);
    for (const limit of used) this.onLimit(limit, stack);
    await this.moto.json(region, 'ssm', 'PutParameter', BOOTSTRAP_VERSION);
    await this.deployAsIs(stackName, region, template);
    return await this.status(stackName, region);
  }

  /** Creates or updates a stack with the template as it is. */
  async deployAsIs(stackName: string, region: string, template: { readonly Resources: MotoResources }): Promise<void> {
    const operation = this.#templates.has(stackName) ? 'UpdateStack' : 'CreateStack';
    await this.moto.query(region, 'cloudformation', operation, {
      StackName: stackName,
      TemplateBody: JSON.stringify(template),
      'Capabilities.member.1': 'CAPABILITY_IAM',
    });
    this.#templates.set(stackName, template);
  }

  /** Adds an attribute to one resource of a stack, as another template would. */
  async touch({ stackName, region }: Stack, id: string): Promise<void> {
    const template = this.#templates.get(stackName);
    const resource = template?.Resources[id];
    if (template === undefined || resource === undefined) throw new Error(`no ${id} in ${stackName}`);
    const touched = { ...resource, Metadata: { touched: true } };
    await this.deployAsIs(stackName, region, { ...template, Resources: { ...template.Resources, [id]: touched } });
  }

  async status(stackName: string, region: string): Promise<string> {
    const { Stacks } = await this.moto.describe<{ Stacks: { StackStatus: string }[] }>(region, 'cloudformation', 'DescribeStacks', {
      StackName: stackName,
    });
    return Stacks[0]?.StackStatus ?? 'none';
  }

  /** The resources that were deployed. */
  deployed(stackName: string): MotoResources {
    return this.#templates.get(stackName)?.Resources ?? {};
  }

  /** Physical ids of the resources of a stack by logical id; '' for types without one. What moto skipped or lost is missing. */
  async physicalIds(stackName: string, region: string): Promise<ReadonlyMap<string, string>> {
    interface Row {
      readonly LogicalResourceId?: string;
      readonly PhysicalResourceId?: string;
    }
    const input = { StackName: stackName };
    const { StackResources } = await this.moto.describe<{ StackResources: Row[] }>(
      region,
      'cloudformation',
      'DescribeStackResources',
      input,
    );
    return new Map(
      StackResources.flatMap(({ LogicalResourceId: id, PhysicalResourceId: physical = '' }) => (id === undefined ? [] : [[id, physical]])),
    );
  }
}
