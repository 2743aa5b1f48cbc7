import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import type { FastifyError, FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { hasExportable } from '../records/reveal.ts';
import { ORGANISATION } from '../records/row.ts';
import { COMMON_HEADERS, policyOf } from '../web/headers.ts';
import { addAccess } from './access.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addActRoutes } from './act-routes.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addCalendarRoute } from './calendar-routes.ts';
import { addDocs } from './docs-page.tsx';
import { addDueRoute } from './due-routes.ts';
import { addEmergencyRoutes } from './emergency-routes.ts';
import { addExamRosterRoutes } from './exam-roster-routes.ts';
import { addExportRoute } from './export-routes.ts';
import { addFactorRoutes } from './factor-routes.ts';
import { addFigureRoutes } from './figure-routes.ts';
import { addFileRoutes } from './file-routes.ts';
import { addKeepingRoutes } from './keeping-routes.ts';
import { addKindRoutes } from './kind-routes.ts';
import { keepAnswers } from './kept.ts';
import { addLeadershipRoutes } from './leadership-routes.ts';
import { addLetterRoute } from './letter-routes.ts';
import { addListRoute, addRecordsRoute } from './list-routes.ts';
import { addMatterRoutes } from './matter-routes.ts';
import { addOfficeRoutes } from './office-routes.ts';
import { addOidcRoutes } from './oidc-routes.ts';
import { addOversightRoutes } from './oversight-routes.ts';
import type { ApiParts } from './parts.ts';
import { FAULT, PROBLEM_SCHEMA, problemOf, sendProblem, type Problem } from './problem.ts';
import { addRecordRoutes } from './record-routes.ts';
import { ANY_RECORD, recordSchema } from './record-view.ts';
import { answerRepeats } from './repeats.ts';
import { addRevealRoute } from './reveal-routes.ts';
import { addSampleRoutes } from './sample-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addSharedPcRoutes } from './shared-pc-routes.ts';
import { addStockRoute } from './stock-routes.ts';
import { addTokenRoutes } from './token-routes.ts';
import { addUsualRoute } from './usual-routes.ts';
import { addValidation } from './validation.ts';
import { WEBHOOK_DOCS } from './webhook-docs.ts';
import { addWebhookRoutes } from './webhook-routes.ts';

export interface ApiOptions {
  /** Where faults go; whoever asked sees only that something went wrong. */
  readonly fault: (error: unknown) => void;
  readonly now?: () => Date;
}

/** What the HTTP library itself refuses, in our words. */
const LIBRARY: Readonly<Record<number, string>> = {
  400: '请求的内容读不出来，应是正确的JSON。',
  404: '没有这个地址。',
  405: '这个地址不能这样用。',
  413: '内容太大，没有收下。',
  414: '地址太长。',
  415: '请求的格式不对，应是application/json。',
};

/** What a fault shows where nothing may be noted of it. */
const NOT_DONE = problemOf(
  new Refusal('busy', '系统暂时收不了，没有送出。', {
    next: '填的内容还在，请过一会儿再送；也可以直接找县里。',
  }),
);

function libraryProblem({ statusCode = 500 }: FastifyError): Problem | undefined {
  const sentence = LIBRARY[statusCode] ?? (statusCode < 500 ? '请求有误。' : undefined);
  if (sentence === undefined) return undefined;
  const problem = problemOf(new Refusal('bad-input', sentence, { next: '请按接口说明改正后再试。' }));
  return { ...problem, status: statusCode };
}

const HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  'content-security-policy': policyOf(),
  'x-robots-tag': 'noindex, nofollow',
  // What the office reads is nobody else's to keep.
  'cache-control': 'no-store',
};

/**
 * The REST API (接口): every kind's list, records and steps, figures, report and ledger, for the console, the field app and
 * other systems alike. Register it under a prefix; everything it answers goes through a whitelist.
 */
export async function addApi(app: FastifyInstance, parts: ApiParts, options: ApiOptions): Promise<void> {
  const now = options.now ?? (() => new Date());
  await app.register(cookie);
  // Answers alone: what is sent to us in a packed form could be a bomb. Files are packed already, as a rule.
  await app.register(compress, {
    encodings: ['gzip'],
    threshold: 2048,
    customTypes: /json/,
    globalDecompression: false,
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '法度接口',
        version: '1',
        description:
          '乡镇法治政府建设的记录、办理、指标、报告和账本。写入要带Idempotency-Key，办理已有记录要带If-Match。',
      },
      components: {
        securitySchemes: {
          会话: { type: 'apiKey', in: 'cookie', name: 'fadu' },
          令牌: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ 会话: [] }, { 令牌: [] }],
      webhooks: WEBHOOK_DOCS,
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json['$id'] ?? `def-${i}`) },
  });
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS))
      if (!reply.hasHeader(name)) reply.header(name, value);
  });
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) return sendProblem(reply, problemOf(error));
    const problem = libraryProblem(error);
    if (problem) return sendProblem(reply, problem);
    if (request.routeOptions.config.traceless) return sendProblem(reply, NOT_DONE);
    // Whoever asked has left in the middle of the answer: nothing is wrong, and nobody is there to be told anything.
    if (reply.raw.headersSent && reply.raw.socket?.destroyed !== false) return undefined;
    options.fault(error);
    return sendProblem(reply, FAULT);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, problemOf(new Refusal('not-found', '没有这个地址。'))),
  );
  addValidation(app);
  addAccess(app, parts, now);
  keepAnswers(app, now);
  answerRepeats(app, parts, now);
  app.addSchema(PROBLEM_SCHEMA);
  app.addSchema(ANY_RECORD);
  for (const kind of parts.register.kinds) app.addSchema(recordSchema(kind));
  addDocs(app);
  addSessionRoutes(app, parts, now);
  addFactorRoutes(app, parts);
  addTokenRoutes(app, parts, now);
  addSharedPcRoutes(app, parts);
  if (parts.oidc) addOidcRoutes(app, parts, parts.oidc);
  addAccountRoutes(app, parts, now);
  addWebhookRoutes(app, parts, now);
  addKindRoutes(app, parts);
  addUsualRoute(app, parts, now);
  addOfficeRoutes(app, parts, now);
  addLetterRoute(app, parts);
  addRecordsRoute(app, parts);
  addMatterRoutes(app, parts, now);
  addDueRoute(app, parts, now);
  addStockRoute(app, parts, now);
  addCalendarRoute(app, parts, now);
  addOversightRoutes(app, parts, now);
  addLeadershipRoutes(app, parts, now);
  addSampleRoutes(app, parts, now);
  addRevealRoute(app, parts, now);
  addExamRosterRoutes(app, parts, now);
  addEmergencyRoutes(app, parts, now);
  for (const kind of parts.register.kinds) {
    addListRoute(app, parts, kind);
    addRecordRoutes(app, parts, kind, now);
    // Made with the ledger itself; nobody acts on it.
    if (kind.code === ORGANISATION) continue;
    addActRoutes(app, parts, kind, now);
    addKeepingRoutes(app, parts, kind, now);
    if (hasExportable(kind)) addExportRoute(app, parts, kind, now);
  }
  addAuditRoutes(app, parts);
  addFileRoutes(app, parts);
  addFigureRoutes(app, parts, now);
}
