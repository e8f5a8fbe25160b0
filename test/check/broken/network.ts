import type { Broken } from '../texts';

const FARGATE = { base: 'fargate-web.yaml' } as const;
const EC2 = { base: 'ec2-web.yaml' } as const;
const VOICE = { base: 'voice-nlb.yaml' } as const;
const SITE = { base: 'static-site.yaml' } as const;

function listenerRules(first: number, second: number): string {
  return [
    { name: 'First', priority: first },
    { name: 'Second', priority: second },
  ]
    .map(
      ({ name, priority }) =>
        `  ${name}: { Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: { ListenerArn: !Ref Https, Priority: ${priority}, Conditions: [{ Field: path-pattern, Values: [/${name}] }], Actions: [{ Type: forward, TargetGroupArn: !Ref WebTargets }] } }\n`,
    )
    .join('');
}

/** A second load balancer, and a listener of one of both that forwards to the group of the first. */
function secondListener(balancer: 'Balancer' | 'Second'): string {
  return `  Second: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network, Scheme: internal, Subnets: [!Ref SubnetA] } }
  Other: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref ${balancer}, Protocol: UDP, Port: 5070, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Calls }] } }
`;
}

const REDIRECT = "{ Protocol: HTTPS, Port: '443', StatusCode: HTTP_301 }";
const IDLE_TIMEOUT = "[{ Key: idle_timeout.timeout_seconds, Value: '60' }]";
const CACHE_POLICY = '          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6\n';
const LOG_POLICY = `  LogPolicy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref LogBucket, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: logdelivery.elasticloadbalancing.amazonaws.com }, Action: 's3:PutObject', Resource: !Sub '\${LogBucket.Arn}/*' }] } } }\n`;

/** Access logs of the load balancer in a bucket with an encryption. */
const logs = (dependsOn: string, policy: string, encryption: string) =>
  [
    [
      'DependsOn: PublicRoute\n    Properties: { Type: application,',
      `DependsOn: [PublicRoute${dependsOn}]\n    Properties: { LoadBalancerAttributes: ${LOGS}, Type: application,`,
    ],
    [
      '\nResources:\n',
      `\nResources:\n  LogBucket: { Type: AWS::S3::Bucket, Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: ${encryption} }] } } }\n${policy}`,
    ],
  ] as const;
const LOGS = "[{ Key: access_logs.s3.enabled, Value: 'true' }, { Key: access_logs.s3.bucket, Value: !Ref LogBucket }]";

const endpoint = (hostnames: string) => ({
  add: `  Private: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16, ${hostnames} } }
  Registry: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Private, VpcEndpointType: Interface, ServiceName: com.amazonaws.us-east-1.ecr.api, PrivateDnsEnabled: true } }
`,
});
const privateNat = (address: string) =>
  `  Inner: { Type: AWS::EC2::NatGateway, Properties: { ConnectivityType: private, SubnetId: !Ref PrivateA${address} } }\n`;
const instance = (properties: string) =>
  `  Bastion: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, InstanceType: t4g.nano, ${properties} } }\n`;
const volume = (gib: number) =>
  `  Archive: { Type: AWS::EC2::Volume, Properties: { AvailabilityZone: !Select [0, !GetAZs ''], VolumeType: st1, Size: ${gib}, Encrypted: true } }\n`;
const github = (condition: string) =>
  `  Deployer: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { ${condition} } } }] } } }\n`;
const edge = (arn: string, environment: string) =>
  [
    [CACHE_POLICY, `${CACHE_POLICY}          LambdaFunctionAssociations: [{ EventType: viewer-request, LambdaFunctionARN: ${arn} }]\n`],
    [
      '\nResources:\n',
      `\nResources:\n  Edge: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs22.x, Handler: index.handler, Role: edge, Code: { ZipFile: code }, LoggingConfig: { LogGroup: edge }${environment} } }\n  EdgeVersion: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Edge } }\n`,
    ],
  ] as const;

const CERTIFIED = 'Certificates: [{ CertificateArn: !Ref CertificateArn }], ';
const listener = (protocol: string, port: number, rest: string) =>
  `  Inner: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: application, Scheme: internal, Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups: [!Ref BalancerGroup] } }
  Extra: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Inner, Protocol: ${protocol}, Port: ${port}, ${rest} } }\n`;
const LOGIN = `DefaultActions: [{ Type: authenticate-oidc, Order: 1, AuthenticateOidcConfig: { Issuer: 'https://id.example.com', AuthorizationEndpoint: 'https://id.example.com/a', TokenEndpoint: 'https://id.example.com/t', UserInfoEndpoint: 'https://id.example.com/u', ClientId: web, ClientSecret: '{{resolve:secretsmanager:web}}' } }, { Type: forward, Order: 2, TargetGroupArn: !Ref Pages }]`;
const loginTargets = (protocol: string, certificate: string) =>
  `  Pages: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: HTTP, Port: 80, TargetType: ip, TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: '30' }] } }
${listener(protocol, 8443, `${certificate}${LOGIN}`)}`;
const GRPC = `DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Calls }]`;
const GRPC_TARGETS = `  Calls: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: HTTP, ProtocolVersion: GRPC, Port: 80, TargetType: ip, TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: '30' }] } }\n`;
const mappedBalancer = (address: string) =>
  `  Second: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, DependsOn: PublicRoute, Properties: { Type: application, Scheme: internet-facing, SecurityGroups: [!Ref BalancerGroup], SubnetMappings: [{ SubnetId: !Ref PublicA${address} }, { SubnetId: !Ref PublicB }] } }\n`;
const slowTargets = (algorithm: string) =>
  `  Slow: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: HTTP, Port: 80, TargetType: ip, TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: '30' }, { Key: slow_start.duration_seconds, Value: '60' }, { Key: load_balancing.algorithm.type, Value: ${algorithm} }] } }\n`;
const pathRule = (paths: string) =>
  `  Paths: { Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: { ListenerArn: !Ref Https, Priority: 10, Actions: [{ Type: forward, TargetGroupArn: !Ref WebTargets }], Conditions: [{ Field: path-pattern, PathPatternConfig: { Values: [${paths}] } }] } }\n`;
const performingVolume = (properties: string) =>
  `  Disk: { Type: AWS::EC2::Volume, DeletionPolicy: RetainExceptOnCreate, Properties: { AvailabilityZone: !Select [0, !GetAZs ''], Encrypted: true, ${properties} } }\n`;
const vpcEndpoint = (properties: string) =>
  `  Objects: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3', ${properties} } }\n`;
const publicNat = (address: string) =>
  `  Outer: { Type: AWS::EC2::NatGateway, DependsOn: PublicRoute, Properties: { SubnetId: !Ref PublicA${address} } }\n`;

/** Broken networks, load balancers, instances, roles, distributions and log groups. */
export const BROKEN_NETWORK: readonly Broken[] = [
  {
    rule: 'ec2-nat-address',
    what: 'an Elastic IP address of a private gateway',
    ...FARGATE,
    change: { add: privateNat(', AllocationId: !GetAtt Address.AllocationId') },
    fixed: { add: privateNat('') },
    at: 'Inner Properties.AllocationId',
  },
  {
    rule: 'elb-listener-type',
    what: 'TCP on an Application Load Balancer',
    ...FARGATE,
    change: [
      [
        "Protocol: HTTP\n      Port: 80\n      DefaultActions: [{ Type: redirect, RedirectConfig: { Protocol: HTTPS, Port: '443', StatusCode: HTTP_301 } }]",
        "Protocol: TCP\n      Port: 81\n      DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]",
      ],
    ],
    at: 'Http Properties.Protocol',
  },
  {
    rule: 'elb-listener-type',
    what: 'a fixed response of a Network Load Balancer',
    ...VOICE,
    change: {
      add: "  Other: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Balancer, Protocol: TCP, Port: 5070, DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }] } }\n",
    },
    at: 'Other Properties.DefaultActions[0].Type',
  },
  {
    rule: 'elb-redirect-loop',
    what: 'a redirect that changes nothing; one to another path is valid',
    ...FARGATE,
    change: [[REDIRECT, '{ StatusCode: HTTP_301 }']],
    fixed: [[REDIRECT, "{ Path: '/shop/#{path}', StatusCode: HTTP_301 }"]],
    at: 'Http Properties.DefaultActions[0].RedirectConfig',
  },
  {
    rule: 'elb-redirect-loop',
    what: 'a redirect to the port of the listener',
    ...FARGATE,
    change: [[REDIRECT, "{ Port: '80', Protocol: HTTP, Host: '#{host}', Path: '/#{path}', StatusCode: HTTP_301 }"]],
    at: 'Http Properties.DefaultActions[0].RedirectConfig',
  },
  {
    rule: 'elb-attribute',
    what: 'an idle timeout of a Network Load Balancer',
    ...VOICE,
    change: [
      ['Type: network, Scheme: internet-facing,', `Type: network, LoadBalancerAttributes: ${IDLE_TIMEOUT}, Scheme: internet-facing,`],
    ],
    at: 'Balancer Properties.LoadBalancerAttributes[0].Key',
  },
  {
    rule: 'elb-log-bucket',
    what: 'a bucket without a policy',
    ...FARGATE,
    change: logs('', '', '{ SSEAlgorithm: AES256 }'),
    fixed: logs(', LogPolicy', LOG_POLICY, '{ SSEAlgorithm: AES256 }'),
    at: 'LogBucket Properties',
  },
  {
    rule: 'elb-log-bucket',
    what: 'a policy that may be created after the load balancer',
    ...FARGATE,
    change: logs('', LOG_POLICY, '{ SSEAlgorithm: AES256 }'),
    fixed: logs(', LogPolicy', LOG_POLICY, '{ SSEAlgorithm: AES256 }'),
    at: 'Balancer DependsOn',
  },
  {
    rule: 'elb-log-bucket',
    what: 'a bucket with a key of KMS',
    ...FARGATE,
    change: logs(', LogPolicy', LOG_POLICY, "{ SSEAlgorithm: 'aws:kms' }"),
    at: 'LogBucket Properties.BucketEncryption',
  },
  {
    rule: 'ec2-private-dns',
    what: 'private DNS names in a VPC without hostnames',
    ...EC2,
    change: endpoint('EnableDnsHostnames: false'),
    fixed: endpoint('EnableDnsHostnames: true'),
    at: 'Private Properties.EnableDnsHostnames',
  },
  {
    rule: 'ec2-network-interface',
    what: 'security groups next to a network interface',
    ...EC2,
    change: { add: instance('SecurityGroupIds: [sg-1], NetworkInterfaces: [{ DeviceIndex: "0", GroupSet: [sg-1] }]') },
    fixed: { add: instance('NetworkInterfaces: [{ DeviceIndex: "0", GroupSet: [sg-1] }]') },
    at: 'Bastion Properties.SecurityGroupIds',
  },
  {
    rule: 'ec2-volume-size',
    what: 'st1 of 100 GiB; 125 GiB are the least',
    ...EC2,
    change: { add: volume(100) },
    fixed: { add: volume(125) },
    at: 'Archive Properties.Size',
  },
  {
    rule: 'iam-trust-action',
    what: 'an action of S3 in a trust policy',
    ...FARGATE,
    change: [
      [
        "Principal: { Service: ecs-tasks.amazonaws.com }, Action: 'sts:AssumeRole'",
        "Principal: { Service: ecs-tasks.amazonaws.com }, Action: 's3:GetObject'",
      ],
    ],
    at: 'ExecutionRole Properties.AssumeRolePolicyDocument.Statement[0].Action',
  },
  {
    rule: 'iam-federated-subject',
    what: 'every workflow of GitHub',
    ...EC2,
    change: { add: github("'token.actions.githubusercontent.com:aud': sts.amazonaws.com") },
    fixed: { add: github("'token.actions.githubusercontent.com:sub': 'repo:example/shop:ref:refs/heads/main'") },
    at: 'Deployer Properties.AssumeRolePolicyDocument.Statement[0].Condition',
  },
  {
    rule: 'cloudfront-cache-policy',
    what: 'forwarded values next to a cache policy',
    ...SITE,
    change: [[CACHE_POLICY, `${CACHE_POLICY}          ForwardedValues: { QueryString: false }\n`]],
    fixed: [[CACHE_POLICY, '          ForwardedValues: { QueryString: false }\n']],
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior',
  },
  {
    rule: 'cloudfront-cache-policy',
    what: 'neither of both',
    ...SITE,
    change: [[CACHE_POLICY, '']],
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior',
  },
  {
    rule: 'cloudfront-edge-function',
    what: 'a function without a version',
    ...SITE,
    change: edge('!GetAtt Edge.Arn', ''),
    fixed: edge('!Ref EdgeVersion', ''),
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[0].LambdaFunctionARN',
  },
  {
    rule: 'cloudfront-edge-function',
    what: 'a function with environment variables',
    ...SITE,
    change: edge('!Ref EdgeVersion', ', Environment: { Variables: { STAGE: prod } }'),
    at: 'Edge Properties.Environment',
  },
  {
    rule: 'ec2-fixed-zone',
    what: 'a subnet in a zone of some account',
    ...FARGATE,
    change: [
      ["CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [1, !GetAZs '']", 'CidrBlock: 10.0.48.0/20, AvailabilityZone: eu-west-1b'],
    ],
    at: 'PrivateB Properties.AvailabilityZone',
  },
  {
    rule: 'ec2-fixed-zone',
    what: 'a zone of Virginia; a zone of Ohio is the same in every account',
    ...FARGATE,
    change: [
      ["CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [1, !GetAZs '']", 'CidrBlock: 10.0.48.0/20, AvailabilityZone: us-east-1b'],
    ],
    fixed: [
      ["CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [1, !GetAZs '']", 'CidrBlock: 10.0.48.0/20, AvailabilityZone: us-east-2b'],
    ],
    at: 'PrivateB Properties.AvailabilityZone',
  },
  {
    rule: 'ec2-open-port',
    what: 'SSH',
    ...EC2,
    change: [['FromPort: 443, ToPort: 443,', 'FromPort: 22, ToPort: 22,']],
    at: 'BalancerGroup Properties.SecurityGroupIngress[0]',
  },
  {
    rule: 'ec2-open-port',
    what: 'SIP',
    ...VOICE,
    change: [['CidrIp: !Ref TrunkCidr', 'CidrIp: 0.0.0.0/0']],
    at: 'Access Properties.SecurityGroupIngress[0]',
  },
  {
    rule: 'ec2-metadata-tokens',
    what: 'optional tokens',
    ...EC2,
    change: [['HttpTokens: required', 'HttpTokens: optional']],
    at: 'Template Properties.LaunchTemplateData.MetadataOptions.HttpTokens',
  },
  {
    rule: 'ec2-metadata-tokens',
    what: 'optional tokens; without the endpoint there is nothing to request',
    ...EC2,
    change: [['HttpTokens: required', 'HttpTokens: optional, HttpEndpoint: enabled']],
    fixed: [['HttpTokens: required', 'HttpTokens: optional, HttpEndpoint: disabled']],
    at: 'Template Properties.LaunchTemplateData.MetadataOptions.HttpTokens',
  },
  {
    rule: 'ec2-gateway-dependency',
    what: 'a route without an order',
    ...FARGATE,
    change: [['    Type: AWS::EC2::Route\n    DependsOn: Attachment\n', '    Type: AWS::EC2::Route\n']],
    // The address depends on the attachment, so that the route is created after both.
    fixed: [['    Type: AWS::EC2::Route\n    DependsOn: Attachment\n', '    Type: AWS::EC2::Route\n    DependsOn: Address\n']],
    at: 'PublicRoute DependsOn',
  },
  {
    rule: 'ec2-route-order',
    what: 'tasks that may start before the NAT gateway exists',
    ...FARGATE,
    change: [['[Https, PrivateRoute, ReadToken]', '[Https, ReadToken]']],
    at: 'Web DependsOn',
  },
  {
    rule: 'ec2-route-order',
    what: 'nodes that may start before the NAT gateway exists',
    base: 'eks.yaml',
    change: [['    DependsOn: PrivateRoute\n', '']],
    at: 'Nodes DependsOn',
  },
  {
    rule: 'ec2-route-order',
    what: 'nodes in a public subnet',
    base: 'eks.yaml',
    change: [['    DependsOn: PublicRoute\n', '']],
    at: 'Builders DependsOn',
    fixed: [['    DependsOn: PublicRoute\n', '    DependsOn: Attachment\n']],
  },
  {
    rule: 'elb-listener-port',
    what: 'HTTP and HTTPS on one port',
    ...FARGATE,
    change: [['      Protocol: HTTPS\n      Port: 443\n', '      Protocol: HTTPS\n      Port: 80\n']],
    at: 'Https Properties.Port',
  },
  {
    rule: 'elb-two-zones',
    what: 'one subnet',
    ...FARGATE,
    change: [
      [
        'Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups: [!Ref BalancerGroup]',
        'Subnets: [!Ref PublicA], SecurityGroups: [!Ref BalancerGroup]',
      ],
    ],
    at: 'Balancer Properties.Subnets',
  },
  {
    rule: 'elb-listener-certificate',
    what: 'HTTPS',
    ...EC2,
    change: [['      Certificates: [{ CertificateArn: !Ref CertificateArn }]\n', '']],
    at: 'Https Properties.Certificates',
  },
  {
    rule: 'elb-listener-certificate',
    what: 'TLS',
    ...VOICE,
    change: [['[{ CertificateArn: !Ref CertificateArn }]', '[]']],
    at: 'Tls Properties.Certificates',
  },
  {
    rule: 'elb-plain-http',
    what: 'a forward instead of a redirect',
    ...FARGATE,
    change: [
      [
        "[{ Type: redirect, RedirectConfig: { Protocol: HTTPS, Port: '443', StatusCode: HTTP_301 } }]",
        '[{ Type: forward, TargetGroupArn: !Ref WebTargets }]',
      ],
    ],
    at: 'Http Properties.Protocol',
  },
  {
    rule: 'elb-deregistration-delay',
    what: 'the default',
    ...FARGATE,
    change: [["        - { Key: deregistration_delay.timeout_seconds, Value: '30' }\n", '']],
    at: 'WebTargets Properties.TargetGroupAttributes',
  },
  {
    rule: 'elb-stickiness',
    what: 'a cookie over UDP',
    ...VOICE,
    change: [['Value: source_ip', 'Value: lb_cookie']],
    at: 'Calls Properties.TargetGroupAttributes',
  },
  {
    rule: 'elb-stickiness',
    what: 'addresses of clients alone over GENEVE',
    ...VOICE,
    change: {
      add: `  Firewalls: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref VpcId, Protocol: GENEVE, Port: 6081, TargetGroupAttributes: [{ Key: stickiness.enabled, Value: 'true' }, { Key: stickiness.type, Value: source_ip }] } }\n`,
    },
    fixed: {
      add: `  Firewalls: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref VpcId, Protocol: GENEVE, Port: 6081, TargetGroupAttributes: [{ Key: stickiness.enabled, Value: 'true' }, { Key: stickiness.type, Value: source_ip_dest_ip }] } }\n`,
    },
    at: 'Firewalls Properties.TargetGroupAttributes',
  },
  {
    rule: 'elb-stickiness',
    what: 'addresses over HTTP',
    ...FARGATE,
    change: [['Value: lb_cookie', 'Value: source_ip']],
    at: 'WebTargets Properties.TargetGroupAttributes',
  },
  {
    rule: 'elb-listener-protocol',
    what: 'UDP to a group for TCP',
    ...VOICE,
    change: [
      [
        'Protocol: UDP, Port: 5060, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Calls }]',
        'Protocol: UDP, Port: 5060, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref SecureCalls }]',
      ],
    ],
    at: 'Udp Properties.Protocol',
  },
  {
    rule: 'elb-health-check',
    what: 'a timeout as long as the interval',
    ...FARGATE,
    change: [['HealthCheckTimeoutSeconds: 5', 'HealthCheckTimeoutSeconds: 15']],
    at: 'WebTargets Properties.HealthCheckTimeoutSeconds',
  },
  {
    rule: 'elb-health-check',
    what: 'a timeout longer than the interval over UDP; an equal one is accepted',
    ...VOICE,
    change: [
      ['HealthCheckProtocol: TCP', 'HealthCheckProtocol: TCP\n      HealthCheckIntervalSeconds: 10\n      HealthCheckTimeoutSeconds: 11'],
    ],
    fixed: [
      ['HealthCheckProtocol: TCP', 'HealthCheckProtocol: TCP\n      HealthCheckIntervalSeconds: 10\n      HealthCheckTimeoutSeconds: 10'],
    ],
    at: 'Calls Properties.HealthCheckTimeoutSeconds',
  },
  {
    rule: 'elb-health-check',
    what: 'an interval of 5 seconds with the default timeout of targets for HTTP',
    ...FARGATE,
    change: [['HealthCheckIntervalSeconds: 15\n      HealthCheckTimeoutSeconds: 5', 'HealthCheckIntervalSeconds: 5']],
    fixed: [
      [
        'HealthCheckIntervalSeconds: 15\n      HealthCheckTimeoutSeconds: 5',
        'HealthCheckIntervalSeconds: 5\n      HealthCheckTimeoutSeconds: 2',
      ],
    ],
    at: 'WebTargets Properties.HealthCheckTimeoutSeconds',
  },
  {
    rule: 'elb-health-check',
    what: 'a check over TCP of targets for HTTP',
    ...FARGATE,
    change: [['HealthCheckTimeoutSeconds: 5', 'HealthCheckTimeoutSeconds: 5\n      HealthCheckProtocol: TCP']],
    fixed: [['HealthCheckTimeoutSeconds: 5', 'HealthCheckTimeoutSeconds: 5\n      HealthCheckProtocol: HTTP']],
    at: 'WebTargets Properties.HealthCheckProtocol',
  },
  {
    rule: 'elb-health-check',
    what: 'a timeout as long as the default interval of 35 seconds of a function',
    ...FARGATE,
    change: {
      add: '  FunctionTargets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { TargetType: lambda, HealthCheckTimeoutSeconds: 35 } }\n',
    },
    fixed: {
      add: '  FunctionTargets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { TargetType: lambda, HealthCheckTimeoutSeconds: 34 } }\n',
    },
    at: 'FunctionTargets Properties.HealthCheckTimeoutSeconds',
  },
  {
    rule: 'elb-health-check',
    what: 'a check over UDP',
    ...VOICE,
    change: [['HealthCheckProtocol: TCP', 'HealthCheckProtocol: UDP']],
    at: 'Calls Properties.HealthCheckProtocol',
  },
  {
    rule: 'iam-wildcard',
    what: 'every action of S3',
    ...EC2,
    change: [["Action: 'ec2:DescribeTags'", "Action: 's3:*'"]],
    at: 'ServerRole Properties.Policies[0].PolicyDocument.Statement[1].Action',
  },
  {
    rule: 'iam-write-anywhere',
    what: 'messages to every queue',
    ...EC2,
    change: [["Action: 'ec2:DescribeTags'", "Action: 'sqs:SendMessage'"]],
    at: 'ServerRole Properties.Policies[0].PolicyDocument.Statement[1].Resource',
  },
  {
    rule: 'iam-write-anywhere',
    what: 'events in every log group',
    ...EC2,
    change: [["Action: 'ec2:DescribeTags'", "Action: 'logs:PutLogEvents'"]],
    at: 'ServerRole Properties.Policies[0].PolicyDocument.Statement[1].Resource',
  },
  {
    rule: 'iam-trust-anyone',
    what: 'every account',
    ...EC2,
    change: [['Principal: { Service: ec2.amazonaws.com }', "Principal: { AWS: '*' }"]],
    at: 'ServerRole Properties.AssumeRolePolicyDocument.Statement[0].Principal',
  },
  {
    rule: 'log-retention',
    what: 'a log group without an end',
    ...EC2,
    change: [[', Properties: { RetentionInDays: 14 }', '']],
    at: 'Logs Properties.RetentionInDays',
  },
  {
    rule: 'autoscaling-sizes',
    what: 'more than the maximum',
    ...EC2,
    change: [["DesiredCapacity: '2'", "DesiredCapacity: '7'"]],
    at: 'Group Properties.DesiredCapacity',
  },
  {
    rule: 'autoscaling-sizes',
    what: 'a minimum above the maximum',
    ...FARGATE,
    change: [['MinCapacity: 2', 'MinCapacity: 9']],
    at: 'WebScaling Properties.MinCapacity',
  },
  {
    rule: 'autoscaling-rolling-minimum',
    what: 'all of them',
    ...EC2,
    change: [["MaxSize: '6'", "MaxSize: '2'"]],
    at: 'Group UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService',
  },
  {
    rule: 'autoscaling-lifetime',
    what: 'no end',
    ...EC2,
    change: [['      MaxInstanceLifetime: 2592000\n', '']],
    at: 'Group Properties.MaxInstanceLifetime',
  },
  {
    rule: 'cloudfront-certificate-region',
    what: 'a certificate of another region',
    ...SITE,
    change: [['arn:aws:acm:us-east-1', 'arn:aws:acm:eu-west-1']],
    at: 'Cdn Properties.DistributionConfig.ViewerCertificate.AcmCertificateArn',
  },
  {
    rule: 'cloudfront-certificate-region',
    what: 'a web ACL in a stack of another region',
    ...SITE,
    region: 'eu-west-1',
    change: [],
    at: 'Filter Properties.Scope',
    fixed: [
      ['Scope: CLOUDFRONT', 'Scope: REGIONAL'],
      ['        WebACLId: !GetAtt Filter.Arn\n', ''],
    ],
  },
  {
    rule: 'cloudfront-alias-certificate',
    what: 'the default certificate',
    ...SITE,
    change: [
      [
        '{ AcmCertificateArn: !Ref CertificateArn, SslSupportMethod: sni-only, MinimumProtocolVersion: TLSv1.2_2021 }',
        '{ CloudFrontDefaultCertificate: true }',
      ],
    ],
    at: 'Cdn Properties.DistributionConfig.ViewerCertificate',
  },
  {
    rule: 'cloudfront-origin-access',
    what: 'an identity',
    ...SITE,
    change: [
      [
        "OriginAccessControlId: !GetAtt Access.Id\n            S3OriginConfig: { OriginAccessIdentity: '' }",
        'S3OriginConfig: { OriginAccessIdentity: origin-access-identity/cloudfront/E127EXAMPLE51Z }',
      ],
    ],
    at: 'Cdn Properties.DistributionConfig.Origins[0].S3OriginConfig.OriginAccessIdentity',
  },
  {
    rule: 'autoscaling-launch-configuration',
    what: 'a launch configuration',
    ...EC2,
    change: [
      [
        'LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber }',
        'LaunchConfigurationName: !Ref Launch',
      ],
      [
        '\nResources:\n',
        '\nResources:\n  Launch: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { ImageId: !Ref Image, InstanceType: m6i.large } }\n',
      ],
    ],
    at: 'Launch Type',
  },
  {
    rule: 'cloudfront-log-bucket',
    what: 'a bucket with the default ownership',
    ...SITE,
    change: [['      OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerPreferred }] }\n', '']],
    at: 'Cdn Properties.DistributionConfig.Logging.Bucket',
  },
  {
    rule: 'cloudfront-log-bucket',
    what: 'a bucket that turns access control lists off',
    ...SITE,
    change: [['ObjectOwnership: BucketOwnerPreferred', 'ObjectOwnership: BucketOwnerEnforced']],
    at: 'Cdn Properties.DistributionConfig.Logging.Bucket',
    fixed: [['ObjectOwnership: BucketOwnerPreferred', 'ObjectOwnership: ObjectWriter']],
  },
  {
    rule: 'ec2-nat-subnet',
    what: 'a NAT gateway in the subnet that it serves',
    ...FARGATE,
    change: [['Properties: { SubnetId: !Ref PublicA, AllocationId', 'Properties: { SubnetId: !Ref PrivateA, AllocationId']],
    at: 'Nat Properties.SubnetId',
  },
  {
    rule: 'elb-public-subnet',
    what: 'private subnets',
    ...FARGATE,
    change: [['Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups', 'Subnets: [!Ref PublicA, !Ref PrivateB], SecurityGroups']],
    at: 'Balancer Properties.Scheme',
    fixed: [
      [
        'Scheme: internet-facing, Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups',
        'Scheme: internal, Subnets: [!Ref PublicA, !Ref PrivateB], SecurityGroups',
      ],
    ],
  },
  {
    rule: 'elb-rule-priority',
    what: 'two rules',
    ...FARGATE,
    change: { add: listenerRules(1, 1) },
    at: 'Second Properties.Priority',
    fixed: { add: listenerRules(1, 2) },
  },
  {
    rule: 'elb-target-group-balancer',
    what: 'two load balancers for one group',
    ...VOICE,
    change: { add: secondListener('Second') },
    at: 'Other Properties.DefaultActions',
    fixed: { add: secondListener('Balancer') },
  },
  {
    rule: 'ec2-nat-address',
    what: 'a public gateway without an Elastic IP address',
    ...FARGATE,
    change: { add: publicNat('') },
    fixed: { add: publicNat(', AllocationId: !GetAtt Address.AllocationId') },
    at: 'Outer Properties.AllocationId',
  },
  {
    rule: 'elb-authenticate-listener',
    what: 'a login on a listener with HTTP',
    ...FARGATE,
    change: { add: loginTargets('HTTP', '') },
    fixed: { add: loginTargets('HTTPS', CERTIFIED) },
    at: 'Extra Properties.DefaultActions[0].Type',
  },
  {
    rule: 'elb-grpc-listener',
    what: 'gRPC without HTTPS',
    ...FARGATE,
    change: { add: `${GRPC_TARGETS}${listener('HTTP', 50051, GRPC)}` },
    fixed: { add: `${GRPC_TARGETS}${listener('HTTPS', 50051, `${CERTIFIED}${GRPC}`)}` },
    at: 'Extra Properties.DefaultActions[0]',
  },
  {
    rule: 'elb-static-address',
    what: 'an Elastic IP address of an Application Load Balancer',
    ...FARGATE,
    change: { add: mappedBalancer(', AllocationId: !GetAtt Address.AllocationId') },
    fixed: { add: mappedBalancer('') },
    at: 'Second Properties.SubnetMappings[0].AllocationId',
  },
  {
    rule: 'elb-slow-start',
    what: 'slow start with least outstanding requests',
    ...FARGATE,
    change: { add: slowTargets('least_outstanding_requests') },
    fixed: { add: slowTargets('round_robin') },
    at: 'Slow Properties.TargetGroupAttributes',
  },
  {
    rule: 'elb-rule-values',
    what: 'six paths in a rule',
    ...FARGATE,
    change: { add: pathRule('/a, /b, /c, /d, /e, /f') },
    fixed: { add: pathRule('/a, /b, /c, /d, /e') },
    at: 'Paths Properties.Conditions',
  },
  // 0.25 MiB/s for each of the 3,000 IOPS that gp3 has: 750 MiB/s.
  {
    rule: 'ec2-volume-performance',
    what: 'more throughput than the IOPS of gp3 allow',
    ...EC2,
    change: { add: performingVolume('Size: 100, VolumeType: gp3, Throughput: 751') },
    fixed: { add: performingVolume('Size: 100, VolumeType: gp3, Throughput: 750') },
    at: 'Disk Properties.Throughput',
  },
  {
    rule: 'ec2-volume-performance',
    what: 'more IOPS than the size of gp3 allows',
    ...EC2,
    change: { add: performingVolume('Size: 10, VolumeType: gp3, Iops: 5001') },
    fixed: { add: performingVolume('Size: 10, VolumeType: gp3, Iops: 5000') },
    at: 'Disk Properties.Iops',
  },
  {
    rule: 'ec2-volume-performance',
    what: 'more IOPS than the size of io1 allows',
    ...EC2,
    change: { add: performingVolume('Size: 100, VolumeType: io1, Iops: 5001') },
    fixed: { add: performingVolume('Size: 4, VolumeType: gp3, Iops: 3000') },
    at: 'Disk Properties.Iops',
  },
  {
    rule: 'ec2-volume-performance',
    what: 'io2 without IOPS',
    ...EC2,
    change: { add: performingVolume('Size: 100, VolumeType: io2') },
    fixed: { add: performingVolume('Size: 100, VolumeType: io2, Iops: 100000') },
    at: 'Disk Properties.Iops',
  },
  {
    rule: 'ec2-endpoint-type',
    what: 'a gateway with subnets, by the default type',
    ...FARGATE,
    change: { add: vpcEndpoint('SubnetIds: [!Ref PublicA]') },
    fixed: { add: vpcEndpoint('VpcEndpointType: Interface, SubnetIds: [!Ref PublicA]') },
    at: 'Objects Properties.SubnetIds',
  },
];
