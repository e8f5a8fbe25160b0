import { shown } from '../../core/problems';
import { stepsOf } from '../property';
import { allowedServices, isServiceDomain, roleOf } from '../roles';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** A property that names a role, and the service that assumes the role, without its domain. */
type Use = readonly [type: string, property: string, service: string];

/** Properties that name the role of one service. Source: the pages of these types in the CloudFormation template reference. */
const USES: readonly Use[] = [
  ['AWS::ApiGateway::Account', 'CloudWatchRoleArn', 'apigateway'],
  ['AWS::AppSync::DataSource', 'ServiceRoleArn', 'appsync'],
  ['AWS::Backup::BackupSelection', 'BackupSelection.IamRoleArn', 'backup'],
  ['AWS::CodeBuild::Project', 'ServiceRole', 'codebuild'],
  ['AWS::CodePipeline::Pipeline', 'RoleArn', 'codepipeline'],
  ['AWS::DLM::LifecyclePolicy', 'ExecutionRoleArn', 'dlm'],
  ['AWS::EC2::FlowLog', 'DeliverLogsPermissionArn', 'vpc-flow-logs'],
  ['AWS::ECS::TaskDefinition', 'ExecutionRoleArn', 'ecs-tasks'],
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn', 'ecs-tasks'],
  ['AWS::EKS::Cluster', 'RoleArn', 'eks'],
  ['AWS::EKS::FargateProfile', 'PodExecutionRoleArn', 'eks-fargate-pods'],
  ['AWS::EKS::Nodegroup', 'NodeRole', 'ec2'],
  ['AWS::EKS::PodIdentityAssociation', 'RoleArn', 'pods.eks'],
  ['AWS::IAM::InstanceProfile', 'Roles.0', 'ec2'],
  ['AWS::Lambda::Function', 'Role', 'lambda'],
  ['AWS::Pipes::Pipe', 'RoleArn', 'pipes'],
  ['AWS::RDS::DBInstance', 'MonitoringRoleArn', 'monitoring.rds'],
  ['AWS::RDS::DBProxy', 'RoleArn', 'rds'],
  ['AWS::Scheduler::Schedule', 'Target.RoleArn', 'scheduler'],
  ['AWS::StepFunctions::StateMachine', 'RoleArn', 'states'],
];

export const iamServiceTrust: Rule = {
  id: 'iam-service-trust',
  severity: 'error',
  description: 'Role is for a service that its trust policy does not name, so the service cannot assume it',
  fix: 'Name the service as the principal of AssumeRolePolicyDocument, such as lambda.amazonaws.com for the role of a function',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
  *check(context) {
    for (const [type, property, service] of USES) {
      for (const resource of context.ofType(type)) {
        const steps = stepsOf(property).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
        const role = roleOf(context, rawAt(resource.properties, ...steps));
        const trusted = role === undefined ? undefined : allowedServices(role.properties.AssumeRolePolicyDocument);
        if (role === undefined || trusted === undefined || trusted.some((name) => isServiceDomain(name, service))) continue;
        yield {
          resource: role,
          path: 'Properties.AssumeRolePolicyDocument',
          ...(trusted.length > 0 && { received: `a trust policy for ${trusted.map(shown).join(' and ')}` }),
          expected: `${service}.amazonaws.com among the principals, because ${resource.id} uses the role`,
        };
      }
    }
  },
};
