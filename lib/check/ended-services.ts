/** A service of AWS that has ended, or that is open to existing customers only. */
export interface EndedService {
  /** Name of the service. */
  readonly name: string;
  /** Day since which it has ended or is closed to new customers, ISO 8601; absent where the notice states none. */
  readonly on?: string;
  /** Page of AWS with the notice. */
  readonly source: string;
}

/** Services by the beginning of their types: `AWS::AppMesh::`. */
export type ServicesByType = Readonly<Record<string, EndedService>>;

/** Services that ended: nothing of them can be created. The notices were read on 2026-11-30. */
export const ENDED_SERVICES: ServicesByType = {
  'AWS::AppMesh::': ended('App Mesh', '2026-09-30', 'app-mesh/latest/userguide/what-is-app-mesh.html'),
  'AWS::Evidently::': ended('CloudWatch Evidently', '2025-10-16', 'AmazonCloudWatch/latest/monitoring/CloudWatch-Evidently.html'),
  'AWS::FinSpace::': ended('FinSpace', '2026-10-07', 'finspace/latest/management-api/API_KxDeploymentConfiguration.html'),
  'AWS::Greengrass::': ended('IoT Greengrass V1', '2026-10-07', 'greengrass/v1/apireference/api-doc.html'),
  'AWS::Inspector::': ended('Inspector Classic', '2026-05-20', 'inspector/v1/userguide/inspector-migration.html'),
  'AWS::IoTAnalytics::': ended('IoT Analytics', '2025-12-15', 'iotanalytics/latest/userguide/welcome.html'),
  'AWS::IoTEvents::': ended('IoT Events', '2026-05-20', 'iotevents/latest/developerguide/what-is-iotevents.html'),
  'AWS::KinesisAnalytics::': ended('Kinesis Data Analytics for SQL', '2026-01-27', 'kinesisanalytics/latest/dev/API_Reference.html'),
  'AWS::LookoutEquipment::': ended('Lookout for Equipment', '2026-10-07', 'lookout-for-equipment/latest/ug/what-is.html'),
  'AWS::LookoutMetrics::': ended(
    'Lookout for Metrics',
    '2025-10-09',
    'AWSCloudFormation/latest/TemplateReference/aws-resource-lookoutmetrics-anomalydetector.html',
  ),
  'AWS::MediaStore::': ended(
    'Elemental MediaStore',
    '2025-11-13',
    'AWSCloudFormation/latest/TemplateReference/aws-resource-mediastore-container.html',
  ),
  'AWS::OpsWorks::': ended('OpsWorks Stacks', '2024-05-26', 'opsworks/latest/userguide/stacks-eol-faqs.html'),
  'AWS::Panorama::': ended('Panorama', '2026-05-31', 'panorama/latest/dev/panorama-end-of-support.html'),
  'AWS::Pinpoint::': ended('Pinpoint', '2026-10-30', 'pinpoint/latest/apireference/apps-application-id-settings.html'),
  'AWS::Proton::': ended('Proton', '2026-10-07', 'proton/latest/userguide/proton-end-of-support.html'),
  'AWS::QLDB::': ended('QLDB', '2025-07-31', 'qldb/latest/developerguide/what-is.html'),
  'AWS::RoboMaker::': ended('RoboMaker', '2025-09-10', 'robomaker/latest/dg/chapter-welcome.html'),
  'AWS::SimSpaceWeaver::': ended('SimSpace Weaver', '2026-05-20', 'simspaceweaver/latest/userguide/what-is_key-concepts.html'),
  'AWS::WAF::': ended('WAF Classic', '2025-09-30', 'waf/latest/developerguide/classic-waf-chapter.html'),
  'AWS::WAFRegional::': ended('WAF Classic', '2025-09-30', 'waf/latest/developerguide/classic-waf-chapter.html'),
};

/** Services that only existing customers use. The notices were read on 2026-11-30. */
export const CLOSED_SERVICES: ServicesByType = {
  'AWS::AppRunner::': ended('App Runner', '2026-04-30', 'apprunner/latest/dg/apprunner-availability-change.html'),
  'AWS::Cloud9::': ended('Cloud9', undefined, 'cloud9/latest/APIReference/API_UpdateEnvironment.html'),
  'AWS::CloudTrail::EventDataStore': ended(
    'CloudTrail Lake',
    '2026-05-31',
    'AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-eventdatastore.html',
  ),
  'AWS::DataPipeline::': ended('Data Pipeline', undefined, 'datapipeline/latest/APIReference/Welcome.html'),
  'AWS::Forecast::': ended('Forecast', undefined, 'forecast/latest/dg/API_CreateDataset.html'),
  'AWS::FraudDetector::': ended('Fraud Detector', '2025-11-07', 'frauddetector/latest/ug/event-type.html'),
  'AWS::M2::': ended('Mainframe Modernization', '2025-11-07', 'm2/latest/APIReference/API_MaintenanceSchedule.html'),
  'AWS::S3ObjectLambda::': ended('S3 Object Lambda', '2025-11-07', 'AmazonS3/latest/userguide/transforming-objects.html'),
  'AWS::SSMContacts::': ended('Incident Manager', undefined, 'incident-manager/latest/APIReference/API_SSMContacts_UpdateRotation.html'),
  'AWS::SSMIncidents::': ended('Incident Manager', undefined, 'incident-manager/latest/APIReference/API_CreateReplicationSet.html'),
};

function ended(name: string, on: string | undefined, page: string): EndedService {
  return { name, ...(on !== undefined && { on }), source: `https://docs.aws.amazon.com/${page}` };
}
