import { makeRegister, type Kind, type Register } from '../kernel/index.ts';
import { counselEngagement } from './counsel/counsel-engagement.ts';
import { counselOpinion } from './counsel/counsel-opinion.ts';
import { counselService } from './counsel/counsel-service.ts';
import { villageCounselVisit } from './counsel/village-counsel-visit.ts';
import { villageCounsel } from './counsel/village-counsel.ts';
import { contract } from './decisions/contract.ts';
import { decisionCatalogueItem } from './decisions/decision-catalogue-item.ts';
import { decision } from './decisions/decision.ts';
import { documentCleanup } from './decisions/document-cleanup.ts';
import { gathering } from './decisions/gathering.ts';
import { internalRule } from './decisions/internal-rule.ts';
import { legalityReview } from './decisions/legality-review.ts';
import { normativeDocument } from './decisions/normative-document.ts';
import { publicComment } from './decisions/public-comment.ts';
import { channel } from './disputes/channel.ts';
import { dispute } from './disputes/dispute.ts';
import { grid } from './disputes/grid.ts';
import { householdGroup } from './disputes/household-group.ts';
import { lawMinder } from './disputes/law-minder.ts';
import { lawPlace } from './disputes/law-place.ts';
import { legalVicePrincipal } from './disputes/legal-vice-principal.ts';
import { mediationCommittee } from './disputes/mediation-committee.ts';
import { mediator } from './disputes/mediator.ts';
import { petitionIndex } from './disputes/petition-index.ts';
import { publicityActivity } from './disputes/publicity-activity.ts';
import { screeningRound } from './disputes/screening-round.ts';
import { publicityDuty } from './disputes/publicity-duty.ts';
import { villageDisclosureCheck } from './disputes/village-disclosure-check.ts';
import { drill } from './emergency/drill.ts';
import { dutyRoster } from './emergency/duty-roster.ts';
import { emergencyPlan } from './emergency/emergency-plan.ts';
import { evacuation } from './emergency/evacuation.ts';
import { hazard } from './emergency/hazard.ts';
import { incident } from './emergency/incident.ts';
import { rescueMember } from './emergency/rescue-member.ts';
import { rescueTeam } from './emergency/rescue-team.ts';
import { stockMovement } from './emergency/stock-movement.ts';
import { storehouse } from './emergency/storehouse.ts';
import { supplyItem } from './emergency/supply-item.ts';
import { shelter } from './emergency/shelter.ts';
import { teamDispatch } from './emergency/team-dispatch.ts';
import { warningCallout } from './emergency/warning-callout.ts';
import { campaign } from './enforcement/campaign.ts';
import { caseFileReview } from './enforcement/case-file-review.ts';
import { coerciveMeasure } from './enforcement/coercive-measure.ts';
import { compulsoryExecution } from './enforcement/compulsory-execution.ts';
import { courtEnforcement } from './enforcement/court-enforcement.ts';
import { enforcementAuxiliary } from './enforcement/enforcement-auxiliary.ts';
import { enforcementEquipment } from './enforcement/enforcement-equipment.ts';
import { enforcementFootage } from './enforcement/enforcement-footage.ts';
import { enforcementOfficer } from './enforcement/enforcement-officer.ts';
import { enforcementStatistics } from './enforcement/enforcement-statistics.ts';
import { enforcementSupervision } from './enforcement/enforcement-supervision.ts';
import { enforcementSupervisor } from './enforcement/enforcement-supervisor.ts';
import { inspectionItem } from './enforcement/inspection-item.ts';
import { inspectionPlan } from './enforcement/inspection-plan.ts';
import { inspection } from './enforcement/inspection.ts';
import { patrol } from './enforcement/patrol.ts';
import { penaltyCase } from './enforcement/penalty-case.ts';
import { summaryPenalty } from './enforcement/summary-penalty.ts';
import { substitutePerformance } from './enforcement/substitute-performance.ts';
import prints from './fingerprints.json' with { type: 'json' };
import { account } from './leadership/account.ts';
import { annualPoint } from './leadership/annual-point.ts';
import { appointment } from './leadership/appointment.ts';
import { establishment } from './leadership/establishment.ts';
import { figureGiven } from './leadership/figure-given.ts';
import { lawStatement } from './leadership/law-statement.ts';
import { leaderInstruction } from './leadership/leader-instruction.ts';
import { localRule } from './leadership/local-rule.ts';
import { nextYearPlan } from './leadership/next-year-plan.ts';
import { organisation } from './leadership/organisation.ts';
import { separationNotice } from './leadership/separation-notice.ts';
import { shortcoming } from './leadership/shortcoming.ts';
import { staff } from './leadership/staff.ts';
import { task } from './leadership/task.ts';
import { yearlyDuty } from './leadership/yearly-duty.ts';
import { archiveBox } from './oversight/archive-box.ts';
import { auditSample } from './oversight/audit-sample.ts';
import { disclosure } from './oversight/disclosure.ts';
import { disclosureBoard } from './oversight/disclosure-board.ts';
import { documentSeries } from './oversight/document-series.ts';
import { enforcementComplaint } from './oversight/enforcement-complaint.ts';
import { enforcementResponsibility } from './oversight/enforcement-responsibility.ts';
import { hotlineOrder } from './oversight/hotline-order.ts';
import { impactAssessment } from './oversight/impact-assessment.ts';
import { incomingDocument } from './oversight/incoming-document.ts';
import { inspectionTour } from './oversight/inspection-tour.ts';
import { outgoingDocument } from './oversight/outgoing-document.ts';
import { informationCorrection } from './oversight/information-correction.ts';
import { informationRequest } from './oversight/information-request.ts';
import { officeClaim } from './oversight/office-claim.ts';
import { opennessReport } from './oversight/openness-report.ts';
import { reviewAndLitigation } from './oversight/review-and-litigation.ts';
import { personalBreach } from './oversight/personal-breach.ts';
import { personalRequest } from './oversight/personal-request.ts';
import { personalReveal } from './oversight/personal-reveal.ts';
import { rectification } from './oversight/rectification.ts';
import { retentionSchedule } from './oversight/retention-schedule.ts';
import { application } from './services/application.ts';
import { dutyListEdition } from './services/duty-list-edition.ts';
import { dutyListItem } from './services/duty-list-item.ts';
import { enterpriseVisit } from './services/enterprise-visit.ts';
import { legalAidReferral } from './services/legal-aid-referral.ts';
import { sealUse } from './oversight/seal-use.ts';
import { supervisionOpinion } from './oversight/supervision-opinion.ts';
import { upperTask } from './oversight/upper-task.ts';
import { legalConsultation } from './services/legal-consultation.ts';
import { legalServiceStation } from './services/legal-service-station.ts';
import { oneTimeNotice } from './services/one-time-notice.ts';
import { powerItem } from './services/power-item.ts';
import { powerListEdition } from './services/power-list-edition.ts';
import { serviceBundle } from './services/service-bundle.ts';
import { serviceGuide } from './services/service-guide.ts';
import { serviceHall } from './services/service-hall.ts';
import { serviceWindow } from './services/service-window.ts';
import { windowDay } from './services/window-day.ts';
import { learningPush } from './training/learning-push.ts';
import { mustKnowList } from './training/must-know-list.ts';
import { platformResult } from './training/platform-result.ts';

export { AREAS } from './areas.ts';

/** Every kind of work, by room in the report's order. */
export const KINDS: readonly Kind[] = [
  powerItem,
  powerListEdition,
  dutyListItem,
  dutyListEdition,
  serviceHall,
  serviceWindow,
  serviceGuide,
  serviceBundle,
  windowDay,
  oneTimeNotice,
  application,
  legalServiceStation,
  legalConsultation,
  legalAidReferral,
  enterpriseVisit,
  decisionCatalogueItem,
  decision,
  publicComment,
  gathering,
  normativeDocument,
  documentCleanup,
  internalRule,
  legalityReview,
  contract,
  enforcementOfficer,
  enforcementAuxiliary,
  enforcementSupervisor,
  enforcementSupervision,
  inspectionItem,
  inspectionPlan,
  inspection,
  patrol,
  campaign,
  penaltyCase,
  summaryPenalty,
  coerciveMeasure,
  compulsoryExecution,
  substitutePerformance,
  courtEnforcement,
  caseFileReview,
  enforcementEquipment,
  enforcementFootage,
  enforcementStatistics,
  counselEngagement,
  counselService,
  counselOpinion,
  villageCounsel,
  villageCounselVisit,
  disclosure,
  disclosureBoard,
  informationRequest,
  informationCorrection,
  opennessReport,
  reviewAndLitigation,
  officeClaim,
  supervisionOpinion,
  rectification,
  inspectionTour,
  hotlineOrder,
  enforcementResponsibility,
  enforcementComplaint,
  upperTask,
  incomingDocument,
  documentSeries,
  outgoingDocument,
  sealUse,
  archiveBox,
  impactAssessment,
  personalRequest,
  personalBreach,
  personalReveal,
  auditSample,
  retentionSchedule,
  emergencyPlan,
  storehouse,
  supplyItem,
  stockMovement,
  drill,
  rescueTeam,
  rescueMember,
  shelter,
  dutyRoster,
  warningCallout,
  incident,
  teamDispatch,
  evacuation,
  hazard,
  dispute,
  mediationCommittee,
  mediator,
  grid,
  householdGroup,
  screeningRound,
  petitionIndex,
  publicityDuty,
  publicityActivity,
  channel,
  lawMinder,
  lawPlace,
  legalVicePrincipal,
  villageDisclosureCheck,
  mustKnowList,
  learningPush,
  platformResult,
  organisation,
  account,
  appointment,
  separationNotice,
  staff,
  establishment,
  annualPoint,
  task,
  leaderInstruction,
  lawStatement,
  shortcoming,
  nextYearPlan,
  figureGiven,
  yearlyDuty,
  localRule,
];

/** The register of this release. */
export const REGISTER: Register = makeRegister(
  KINDS,
  Object.fromEntries(Object.entries(prints).map(([key, { print }]) => [key, print])),
);
