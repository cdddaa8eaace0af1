/** Differences of the procedure in the words in which one official tells them to another. */
import { describe } from 'vitest';
import { add, clock, dibao, outcome, remove, role, step, task } from './edits.ts';
import { check } from './expected.ts';

describe('who acts', () => {
  check([
    [
      'another role',
      (p) => {
        Object.assign(task(p, 'serve-denial'), { role: 'leader' });
      },
      [
        'diff/step-role',
        'authority',
        '“送达不予确认告知书”改由乡镇（乡镇负责人）办理，原由乡镇（乡镇受理岗）办理。',
        '"Service of the denial" is now done by the township (Head of township) instead of the township (Township intake officer).',
      ],
    ],
    [
      'a role that moves to another level takes its steps along, and is told once',
      (p) => {
        role(p, 'reviewer', '乡镇审核岗', 'county');
        task(p, 'opinion').level = 'county';
      },
      [
        'diff/role-level',
        'authority',
        '岗位“乡镇审核岗”由乡镇改设在县级，凡由其办理的环节随之转移。',
        'The role "Township reviewer" is now held in the county instead of the township; every step of that role moves with it.',
      ],
    ],
    [
      'a new role, one that is gone, one with another name',
      (p) => {
        role(p, 'mediator', '调解员', 'village');
        role(p, 'auditor', '县级监督办公室', 'county');
        delete p.definition.roles?.committee;
      },
      [
        'diff/role-removed',
        'authority',
        '不再设岗位“村（居）民委员会”（村级）。',
        'There is no longer a role "Village (residents\') committee" (the village).',
      ],
      ['diff/role-added', 'authority', '新增岗位“调解员”（村级）。', 'New role "调解员" (the village).'],
      [
        'diff/role-title',
        'text',
        '岗位“县级监督岗”改称“县级监督办公室”。',
        'The role "County auditor" is now called "县级监督办公室".',
      ],
    ],
    [
      'two officers instead of one',
      (p) => {
        task(p, 'serve-denial').by = 2;
      },
      [
        'diff/step-signers-more',
        'stricter',
        '“送达不予确认告知书”不能再由1人办理，须由2人共同签字。',
        '"Service of the denial" may no longer be done by one officer: two must sign.',
      ],
    ],
    [
      'one officer instead of two',
      (p) => {
        delete task(p, 'county-visit').by;
      },
      [
        'diff/step-signers-fewer',
        'easier',
        '“县级入户调查”由1人签字即可，原须2人。',
        '"County home visit" may now be done by one officer; two had to sign before.',
      ],
    ],
    [
      'duties separated and no longer separated',
      (p) => {
        task(p, 'confirm')['separate-from'] = ['opinion', 'recheck'];
      },
      [
        'diff/step-separated',
        'authority',
        '办理过“人工复核”的人不能再办理“确认”。',
        'Who acted in "Recheck by an officer" may no longer act in "Confirmation".',
      ],
      [
        'diff/step-not-separated',
        'authority',
        '办理过“入户调查”的人现在也可以办理“确认”。',
        'Who acted in "Home visit" may now act in "Confirmation", too.',
      ],
    ],
    [
      'the power can be delegated',
      (p) => {
        task(p, 'county-visit').delegable = { level: 'township', role: 'investigator' };
      },
      [
        'diff/delegable-added',
        'authority',
        '“县级入户调查”的权限可以下放给乡镇（乡镇调查岗）。',
        'The power to do "County home visit" can now be delegated to the township (Township investigator).',
      ],
    ],
    [
      'the power can no longer be delegated',
      (p) => {
        delete task(p, 'confirm').delegable;
      },
      [
        'diff/delegable-removed',
        'authority',
        '“确认”的权限不能再下放给乡镇（乡镇负责人）。',
        'The power to do "Confirmation" can no longer be delegated to the township (Head of township).',
      ],
    ],
    [
      'it can be delegated to others, always, up to an amount',
      (p) => {
        task(p, 'confirm').delegable = {
          level: 'township',
          role: 'reviewer',
          amount: 'checks.assess.amount',
        };
      },
      [
        'diff/delegable-to',
        'authority',
        '“确认”的权限改为可以下放给乡镇（乡镇审核岗），原为乡镇（乡镇负责人）。',
        'The power to do "Confirmation" can now be delegated to the township (Township reviewer) instead of the township (Head of township).',
      ],
      [
        'diff/delegable-when',
        'authority',
        '“确认”一律可以下放，原为仅当“case.registered = 0”时。',
        '"Confirmation" can now be delegated always, not only when "case.registered = 0".',
      ],
      [
        'diff/delegable-amount',
        'authority',
        '“确认”下放时按“checks.assess.amount”判断限额，原按无。',
        'The limit of a delegation of "Confirmation" is now judged by "checks.assess.amount" instead of nothing.',
      ],
    ],
    [
      'who may object',
      (p) => {
        const events = step(p, 'notice', 'wait').events;
        if (events?.object) events.object.role = 'committee';
      },
      [
        'diff/outcome-role',
        'authority',
        '“公示”的“提出异议”改由村级（村（居）民委员会）提出，原由任何人提出。',
        '"Object" in "Public notice" is now raised by the village (Village (residents\') committee) instead of anyone.',
      ],
    ],
    [
      'officers named by an expression',
      (p) => {
        task(p, 'visit').officers = 'case.named';
      },
      [
        'diff/step-setting',
        'authority',
        '“入户调查”的指定的办理人由无改为“case.named”。',
        'The list of officers who may act of "Home visit" is now "case.named" instead of nothing.',
      ],
    ],
  ]);
});

describe('how long', () => {
  check([
    [
      'a shorter limit',
      (p) => {
        clock(p, 'decision').limit.days = 8;
      },
      [
        'diff/clock-limit',
        'stricter',
        '“确认时限”由10个工作日改为8个工作日。',
        'The time limit "Time limit for the decision" is now 8 working days instead of 10.',
      ],
    ],
    [
      'a longer limit in another unit: 3 working days may be 3 calendar days or more',
      (p) => {
        clock(p, 'denial-letter').limit = { days: 10, unit: 'calendar-day' };
      },
      [
        'diff/clock-limit',
        'procedure',
        '“不予确认告知时限”由3个工作日改为10日。',
        'The time limit "Time limit for telling the applicant of a denial" is now 10 days instead of 3 working days.',
      ],
    ],
    [
      'a limit that depends on the case',
      (p) => {
        clock(p, 'decision').limit.days = 'parameters.decisionDays';
      },
      [
        'diff/clock-limit',
        'procedure',
        '“确认时限”由10个工作日改为按“parameters.decisionDays”计算的工作日数。',
        'The time limit "Time limit for the decision" is now as many working days as "parameters.decisionDays" instead of 10 working days.',
      ],
    ],
    [
      'extensions: one comes, one goes, one is shorter',
      (p) => {
        clock(p, 'decision').extension = { days: 5, unit: 'working-day' };
        delete clock(p, 'handling').extension;
      },
      [
        'diff/clock-extension-removed',
        'stricter',
        '“全流程时限”不能再延长（原可延长15个工作日）。',
        'The time limit "Time limit for the whole procedure" can no longer be extended (it could by 15 working days).',
      ],
      [
        'diff/clock-extension-added',
        'easier',
        '“确认时限”可以延长一次，延长5个工作日。',
        'The time limit "Time limit for the decision" can now be extended once by 5 working days.',
      ],
    ],
    [
      'an extension that is shorter',
      (p) => {
        clock(p, 'handling').extension = { days: 10, unit: 'working-day' };
      },
      [
        'diff/clock-extension',
        'stricter',
        '“全流程时限”可以延长10个工作日，原可延长15个工作日。',
        'The time limit "Time limit for the whole procedure" can now be extended by 10 working days instead of 15.',
      ],
    ],
    [
      'from when to when, and when it stands',
      (p) => {
        const handling = clock(p, 'handling');
        handling.starts = ['apply.submit'];
        handling.stops = ['confirm.approve', 'serve-denial.served'];
        handling['pauses-in'] = ['clarify', 'appraisal'];
        handling.since = 'case.opened';
        handling.basis = 'county-rules';
      },
      [
        'diff/clock-starts',
        'procedure',
        '“全流程时限”改自“提出申请”的“提交申请”起算，原自“受理审查”的“受理”起算。',
        'The time limit "Time limit for the whole procedure" now begins with "Application": "Submit the application" instead of "Check of papers": "Accept".',
      ],
      [
        'diff/clock-stops',
        'procedure',
        '“全流程时限”改至“确认”的“予以确认”、“送达不予确认告知书”的“已送达”为止，原至“确认”的“予以确认”、“确认”的“不予确认”为止。',
        'The time limit "Time limit for the whole procedure" now ends with "Confirmation": "Approve", "Service of the denial": "Served" instead of "Confirmation": "Approve", "Confirmation": "Deny".',
      ],
      [
        'diff/clock-pauses',
        'procedure',
        '“全流程时限”不计入的环节改为“补充说明”、“民主评议”，原为“补充说明”。',
        'The time limit "Time limit for the whole procedure" now stands during "Clarification", "Democratic appraisal" instead of "Clarification".',
      ],
      [
        'diff/clock-setting',
        'procedure',
        '“全流程时限”的起始日期由无改为“case.opened”。',
        'The first date of the time limit "Time limit for the whole procedure" is now "case.opened" instead of nothing.',
      ],
      [
        'diff/clock-text',
        'text',
        '时限“全流程时限”的名称或依据有变化。',
        'The name or basis of the time limit "Time limit for the whole procedure" changed.',
      ],
    ],
    [
      'the order in which events are listed is no difference',
      (p) => {
        clock(p, 'handling').stops.reverse();
      },
    ],
    [
      'a new clock, and one that is gone',
      (p) => {
        p.definition.clocks = {
          ...p.definition.clocks,
          service: {
            title: '送达时限',
            limit: { days: 1, unit: 'working-day' },
            starts: ['confirm.deny'],
            stops: ['serve-denial.served'],
          },
        };
        delete p.definition.clocks['denial-letter'];
      },
      [
        'diff/clock-added',
        'stricter',
        '新增时限“送达时限”：1个工作日。',
        'New time limit "送达时限": 1 working day.',
      ],
      [
        'diff/clock-removed',
        'easier',
        '不再有时限“不予确认告知时限”（原为3个工作日）。',
        'There is no longer a time limit "Time limit for telling the applicant of a denial" (it was 3 working days).',
      ],
    ],
    [
      'deadlines of tasks: one comes, one goes, one is longer',
      (p) => {
        task(p, 'opinion').within = { days: 5, unit: 'working-day' };
        delete task(p, 'accept').within;
        task(p, 'notice-verify').within = { days: 15, unit: 'working-day' };
      },
      [
        'diff/step-deadline-added',
        'stricter',
        '乡镇（乡镇审核岗）须在5个工作日内办理“初审意见”，原无时限。',
        'The township (Township reviewer) must now do "First opinion" within 5 working days; there was no limit.',
      ],
      [
        'diff/step-deadline-removed',
        'easier',
        '乡镇（乡镇受理岗）办理“受理审查”不再有时限（原为5个工作日）。',
        'The township (Township intake officer) no longer has a limit for "Check of papers" (it was 5 working days).',
      ],
      [
        'diff/step-deadline',
        'easier',
        '乡镇（乡镇受理岗）办理“异议核实”的时限由10个工作日改为15个工作日。',
        'The township (Township intake officer) now has 15 working days instead of 10 for "Looking into the objection".',
      ],
    ],
    [
      'what happens when time is over',
      (p) => {
        Object.assign(task(p, 'accept').within ?? {}, { 'on-overdue': 'register' });
      },
      [
        'diff/step-overdue',
        'procedure',
        '“受理审查”逾期后转到“出具受理通知、登记近亲属”，原为仅计为超期。',
        'When "Check of papers" is overdue, it goes to "Notice of acceptance; register of relatives"; before, it only counts as overdue.',
      ],
    ],
    [
      'the applicant’s time to supply papers, a shorthand, is told once',
      (p) => {
        Object.assign(task(p, 'supplement').within ?? {}, { days: 15 });
      },
      [
        'diff/step-deadline',
        'stricter',
        '申请人办理“补齐材料”的时限由20个工作日改为15个工作日。',
        'The applicant now has 15 working days instead of 20 for "Supply of missing papers".',
      ],
    ],
    [
      'the period of a public notice is told once, though it is written in two steps',
      (p) => {
        const days = { days: 10, unit: 'calendar-day' as const };
        step(p, 'notice', 'wait').for = days;
        const [effect] = step(p, 'notice-publish', 'effect').effects;
        if (effect && 'publish' in effect) effect.publish.for = days;
      },
      [
        'diff/notice-period',
        'procedure',
        '“公示”的公示期由7日改为10日。',
        'The notice "Public notice" now stands for 10 days instead of 7.',
      ],
    ],
  ]);
});

describe('which way', () => {
  check([
    [
      'a new step between two others',
      (p) => {
        add(p, {
          id: 'legal-review',
          title: '法制审核',
          kind: 'task',
          level: 'county',
          role: 'auditor',
          outcomes: { pass: { title: '通过', to: 'deny' } },
        });
        outcome(p, 'confirm', 'deny').to = 'legal-review';
      },
      [
        'diff/outcome-target',
        'procedure',
        '“确认”的“不予确认”改转到“法制审核”，原转到“出具不予确认告知书”。',
        '"Deny" in "Confirmation" now leads to "法制审核" instead of "Letter of denial".',
      ],
      [
        'diff/step-added',
        'procedure',
        '新增环节“法制审核”（办理，县级（县级监督岗））。',
        'New step "法制审核" (a task, the county (County auditor)).',
      ],
    ],
    [
      'a step that is gone',
      (p) => {
        remove(p, 'file-decision');
        step(p, 'approve', 'effect').next = 'oversight';
      },
      [
        'diff/step-removed',
        'procedure',
        '取消环节“报县级备案”（办理，乡镇（乡镇受理岗））。',
        'The step "Filing with the county" is gone (a task, the township (Township intake officer)).',
      ],
      [
        'diff/step-target',
        'procedure',
        '“出具确认通知、确定待遇”完成后转到“县级抽查”，原转到“报县级备案”。',
        '"Letter and award" now leads to "Examination by the county" instead of "Filing with the county" when it is done.',
      ],
    ],
    [
      'a shorthand that is gone is told once',
      (p) => {
        remove(p, 'oversight', 'oversight-review', 'oversight-correct');
        step(p, 'decision-filed', 'effect').next = 'approved';
        task(p, 'file-decision').otherwise = 'approved';
      },
      [
        'diff/step-removed',
        'procedure',
        '取消环节“县级抽查”（抽查，系统）。',
        'The step "Examination by the county" is gone (a sample for oversight, by itself).',
      ],
      [
        'diff/step-target',
        'procedure',
        '“报县级备案”跳过时转到“已确认”，原转到“县级抽查”。',
        '"Filing with the county" now leads to "Approved" instead of "Examination by the county" when it is skipped.',
      ],
      [
        'diff/step-target',
        'procedure',
        '“县级收到备案”完成后转到“已确认”，原转到“县级抽查”。',
        '"The county has it on file" now leads to "Approved" instead of "Examination by the county" when it is done.',
      ],
    ],
    [
      'a step under another id is guessed, and what names it follows',
      (p) => {
        const text = JSON.stringify(p.definition).replaceAll('"appraisal"', '"democratic-appraisal"');
        p.definition = JSON.parse(
          text
            .replaceAll('"form":"democratic-appraisal"', '"form":"appraisal"')
            .replaceAll(
              '"democratic-appraisal":{"title":"民主评议记录"',
              '"appraisal":{"title":"民主评议记录"',
            ),
        );
      },
      [
        'diff/step-renamed',
        'text',
        '环节“民主评议”（appraisal）看来就是现在的“民主评议”（democratic-appraisal）；这是推测，请核对。',
        'The step "Democratic appraisal" (appraisal) seems to be "Democratic appraisal" (democratic-appraisal) now; this is a guess and should be checked.',
      ],
    ],
    [
      'a step with another kind, another title',
      (p) => {
        Object.assign(step(p, 'tell-correction', 'effect'), {
          kind: 'end',
          outcome: 'denied',
          title: '更正',
        });
      },
      [
        'diff/step-kind',
        'procedure',
        '“更正”由自动办理改为办结。',
        '"更正" is now an end instead of something done by itself.',
      ],
      [
        'diff/step-title',
        'text',
        '环节“告知纠正”改称“更正”。',
        'The step "Telling of the correction" is now called "更正".',
      ],
    ],
    [
      'a step that moves out of its branch',
      (p) => {
        const economy = step(p, 'inquiry', 'parallel').branches.economy;
        const recheck = economy?.steps.pop();
        if (recheck) add(p, recheck);
      },
      [
        'diff/step-moved',
        'procedure',
        '“人工复核”由“家庭经济状况核对”移到主流程。',
        '"Recheck by an officer" has moved from "Check of household means" to the main procedure.',
      ],
    ],
    [
      'branches: one comes, one goes',
      (p) => {
        const { branches } = step(p, 'inquiry', 'parallel');
        branches.neighbours = {
          title: '邻里访问',
          steps: [
            {
              id: 'neighbours',
              title: '邻里访问',
              kind: 'task',
              level: 'village',
              role: 'committee',
              outcomes: { submit: { title: '提交', to: 'done' } },
            },
          ],
        };
        delete branches.visit;
      },
      [
        'diff/branch-removed',
        'procedure',
        '“调查核实”取消并行的“入户调查”。',
        '"Investigation" no longer has the branch "Home visit".',
      ],
      [
        'diff/branch-added',
        'procedure',
        '“调查核实”新增并行的“邻里访问”。',
        '"Investigation" has a new branch "邻里访问".',
      ],
      [
        'diff/step-removed',
        'procedure',
        '取消环节“入户调查”（办理，乡镇（乡镇调查岗））。',
        'The step "Home visit" is gone (a task, the township (Township investigator)).',
      ],
      [
        'diff/step-added',
        'procedure',
        '新增环节“邻里访问”（办理，村级（村（居）民委员会））。',
        'New step "邻里访问" (a task, the village (Village (residents\') committee)).',
      ],
    ],
    [
      'how branches are joined, begun and called',
      (p) => {
        const inquiry = step(p, 'inquiry', 'parallel');
        inquiry.join = { 'at-least': 1 };
        if (inquiry.branches.visit) inquiry.branches.visit.title = '上门调查';
        inquiry.branches.economy?.steps.reverse();
      },
      [
        'diff/join',
        'procedure',
        '“调查核实”在1项完成时继续，原为全部完成。',
        '"Investigation" now goes on when 1 are done, not when all are done.',
      ],
      [
        'diff/branch-start',
        'procedure',
        '“家庭经济状况核对”改从“人工复核”开始，原从“信息核对”开始。',
        '"Check of household means" now begins with "Recheck by an officer" instead of "Information check".',
      ],
      [
        'diff/branch-title',
        'text',
        '“调查核实”中并行的“入户调查”改称“上门调查”。',
        'The branch "Home visit" of "Investigation" is now called "上门调查".',
      ],
    ],
    [
      'outcomes: one comes, one goes, one leads elsewhere',
      (p) => {
        const { outcomes } = task(p, 'confirm');
        outcomes.hold = { title: '暂缓', to: 'appraisal' };
        delete outcomes.return;
      },
      [
        'diff/outcome-removed',
        'procedure',
        '“确认”取消办理意见“退回重新提出意见”。',
        '"Confirmation" no longer has the outcome "Return for a new opinion".',
      ],
      [
        'diff/outcome-added',
        'procedure',
        '“确认”新增办理意见“暂缓”，转到“民主评议”。',
        '"Confirmation" has a new outcome "暂缓", which leads to "Democratic appraisal".',
      ],
    ],
    [
      'what an outcome asks for',
      (p) => {
        const deny = outcome(p, 'confirm', 'deny');
        Object.assign(deny, { title: '不予批准', form: 'opinion', single: true, decides: 'partly-approved' });
        delete deny.reasons;
        outcome(p, 'opinion', 'ask').reasons = 'optional';
        outcome(p, 'serve-denial', 'served').reasons = 'required';
        Object.assign(outcome(p, 'confirm', 'return'), { reopens: true });
      },
      [
        'diff/outcome-reasons',
        'stricter',
        '“送达不予确认告知书”的“已送达”须写明理由，原不写理由。',
        'With "Served" in "Service of the denial" reasons are now required; they were not asked for.',
      ],
      [
        'diff/outcome-decides',
        'procedure',
        '“确认”的“不予批准”作出的决定由“不予批准”改为“部分批准”。',
        '"不予批准" in "Confirmation" now decides "partly approved" instead of "denied".',
      ],
      [
        'diff/outcome-form',
        'procedure',
        '“确认”的“不予批准”填写的表单由无改为“初审意见”。',
        '"不予批准" in "Confirmation" now uses "First opinion" instead of no form.',
      ],
      [
        'diff/outcome-setting',
        'procedure',
        '“确认”的“退回重新提出意见”的撤销决定由无改为是。',
        'The taking back of the decision of "Return for a new opinion" in "Confirmation" is now yes instead of nothing.',
      ],
      [
        'diff/outcome-reasons',
        'easier',
        '“初审意见”的“请申请人补充说明”可以写明理由，原须写明理由。',
        'With "Ask the applicant for clarification" in "First opinion" reasons are now optional; they were required.',
      ],
      [
        'diff/outcome-reasons',
        'easier',
        '“确认”的“不予批准”不写理由，原须写明理由。',
        'With "不予批准" in "Confirmation" reasons are now not asked for; they were required.',
      ],
      [
        'diff/outcome-single',
        'easier',
        '“确认”的“不予批准”现在一人即可提出。',
        '"不予批准" in "Confirmation" can now be chosen by one person alone.',
      ],
      [
        'diff/outcome-title',
        'text',
        '“确认”的办理意见“不予确认”改称“不予批准”。',
        'The outcome "Deny" of "Confirmation" is now called "不予批准".',
      ],
    ],
    [
      'conditions of an outcome',
      (p) => {
        const visit = outcome(p, 'visit', 'submit');
        visit.guard = 'date(visit.date) < date(today)';
        delete outcome(p, 'county-visit', 'submit').guard;
        const approve = outcome(p, 'confirm', 'approve');
        approve.requires = [
          ...(approve.requires ?? []),
          { that: 'case.complaints = 0', refused: '有未办结的投诉' },
        ];
        outcome(p, 'opinion', 'propose-approve').refused = '不能提出';
      },
      [
        'diff/outcome-condition-added',
        'stricter',
        '“确认”的“予以确认”新增条件：有未办结的投诉（case.complaints = 0）。',
        '"Approve" in "Confirmation" has a new condition: 有未办结的投诉 (case.complaints = 0).',
      ],
      [
        'diff/outcome-condition',
        'procedure',
        '“入户调查”的“提交调查记录”的条件由“date(visit.date) <= date(today)”改为“date(visit.date) < date(today)”。',
        'The condition of "Submit the record" in "Home visit" is now "date(visit.date) < date(today)" instead of "date(visit.date) <= date(today)".',
      ],
      [
        'diff/outcome-condition-removed',
        'easier',
        '“县级入户调查”的“提交调查记录”取消条件：入户日期不能晚于今天（date(countyVisit.date) <= date(today)）。',
        '"Submit the record" in "County home visit" no longer has the condition: the date of the visit cannot lie after today (date(countyVisit.date) <= date(today)).',
      ],
      [
        'diff/outcome-text',
        'text',
        '“初审意见”的“拟予确认，进行公示”被拒绝时的说明由“低保认定未通过，不能提出拟予确认的意见”改为“不能提出”。',
        'Who is refused "Propose to approve and post the notice" in "First opinion" is now told "不能提出" instead of "the assessment was not passed, so approval cannot be proposed".',
      ],
    ],
    [
      'when a step is done, how often, with which form, on which basis',
      (p) => {
        const visit = task(p, 'county-visit');
        visit.when = 'case.registered > 0';
        Object.assign(task(p, 'opinion'), {
          when: 'case.complaints = 0',
          basis: 'county-rules',
          form: 'confirmation',
        });
        Object.assign(step(p, 'supplement-notice', 'effect'), {
          rounds: { max: 2, refused: '应当一次性告知全部需要补正的材料，不能再次要求补正' },
        });
      },
      [
        'diff/step-form',
        'procedure',
        '“初审意见”填写的表单由“初审意见”改为“确认意见”。',
        '"First opinion" now uses "Confirmation" instead of "First opinion".',
      ],
      [
        'diff/step-when',
        'procedure',
        '“初审意见”仅当“case.complaints = 0”时办理，原为一律办理。',
        '"First opinion" is now done only when "case.complaints = 0", not always.',
      ],
      [
        'diff/step-when',
        'procedure',
        `“县级入户调查”仅当“case.registered > 0”时办理，原为仅当“${task(dibao, 'county-visit').when}”时办理。`,
        `"County home visit" is now done only when "case.registered > 0", not only when "${task(dibao, 'county-visit').when}".`,
      ],
      [
        'diff/step-rounds',
        'easier',
        '“补齐材料”可以进入的次数由1次改为2次。',
        '"Supply of missing papers" can now be entered 2 times instead of once.',
      ],
      [
        'diff/step-basis',
        'text',
        '“初审意见”的依据由“最低生活保障审核确认办法（民发〔2021〕57号）”改为“县级低保实施细则（示范默认值）”。',
        '"First opinion" now rests on "County rules on the allowance (demonstration default)" instead of "Measures for the Review and Confirmation of the Minimum Living Allowance (Minfa 2021 No. 57)".',
      ],
    ],
    [
      'words of a step only',
      (p) => {
        Object.assign(step(p, 'supplement-notice', 'effect').rounds ?? {}, { refused: '只能补正一次' });
      },
      [
        'diff/step-text',
        'text',
        '“补齐材料”中的说明由“应当一次性告知全部需要补正的材料，不能再次要求补正”改为“只能补正一次”。',
        'In "Supply of missing papers" the words "everything missing is named once; papers cannot be asked for again" now read "只能补正一次".',
      ],
    ],
    [
      'what has no words of its own is told as it is written',
      (p) => {
        step(p, 'oversight', 'draw').share = '0.5';
        Object.assign(step(p, 'notice', 'wait'), { until: '"2026-12-31"' });
      },
      [
        'diff/step-setting',
        'procedure',
        '“公示”的截止日期由无改为“"2026-12-31"”。',
        'The last date of "Public notice" is now ""2026-12-31"" instead of nothing.',
      ],
      [
        'diff/step-setting',
        'procedure',
        '“县级抽查”的抽取比例由“parameters.oversightShare”改为“0.5”。',
        'The share of "Examination by the county" is now "0.5" instead of "parameters.oversightShare".',
      ],
    ],
    [
      'a wait that is no notice',
      (p) => {
        Object.assign(task(p, 'notice-verify'), { id: 'objection-check' });
        const events = step(p, 'notice', 'wait').events;
        if (events?.object) events.object.to = 'objection-check';
        step(p, 'notice', 'wait').for = { days: 5, unit: 'calendar-day' };
      },
      [
        'diff/wait-period',
        'procedure',
        '“公示”的等待时间由7日改为5日。',
        '"Public notice" now waits for 5 days instead of 7.',
      ],
      [
        'diff/step-renamed',
        'text',
        '环节“异议核实”（notice-verify）看来就是现在的“异议核实”（objection-check）；这是推测，请核对。',
        'The step "Looking into the objection" (notice-verify) seems to be "Looking into the objection" (objection-check) now; this is a guess and should be checked.',
      ],
    ],
    [
      'what an end counts as, and where a case begins',
      (p) => {
        step(p, 'lapsed', 'end').outcome = 'denied';
        p.definition.start = 'accept';
      },
      [
        'diff/start',
        'procedure',
        '办件改从“受理审查”开始，原从“提出申请”开始。',
        'A case now begins with "Check of papers" instead of "Application".',
      ],
      [
        'diff/end-outcome',
        'procedure',
        '以“逾期未补正”办结的结果由“逾期终止”改为“不予批准”。',
        'A case that ends in "Lapsed: papers not supplied in time" now counts as "denied" instead of "lapsed".',
      ],
    ],
  ]);
});

describe('what it brings about', () => {
  check([
    [
      'another amount, paid from another month',
      (p) => {
        const award = step(p, 'approve', 'effect').effects.find((effect) => 'award' in effect);
        if (award && 'award' in award) Object.assign(award.award, { amount: '100', starts: 'month-of' });
      },
      [
        'diff/award',
        'money',
        '“出具确认通知、确定待遇”确定的待遇的金额由“checks.assess.amount”改为“100”。',
        'The amount of the award given in "Letter and award" is now "100" instead of "checks.assess.amount".',
      ],
      [
        'diff/award',
        'money',
        '“出具确认通知、确定待遇”确定的待遇的起发月份由“month-after”改为“month-of”。',
        'The first month of the award given in "Letter and award" is now "month-of" instead of "month-after".',
      ],
    ],
    [
      'no award any more, and a letter besides',
      (p) => {
        const approve = step(p, 'approve', 'effect');
        approve.effects = [{ letter: 'approval' }, { letter: 'receipt' }];
      },
      [
        'diff/effect-removed',
        'money',
        '“出具确认通知、确定待遇”不再：确定待遇。',
        '"Letter and award" no longer does this: give an award.',
      ],
      [
        'diff/effect-added',
        'procedure',
        '“出具确认通知、确定待遇”新增：出具“受理通知书”。',
        '"Letter and award" now also does this: issue "Notice of acceptance".',
      ],
    ],
    [
      'when, in which order, how',
      (p) => {
        const register = step(p, 'register', 'effect');
        register.effects.reverse();
        for (const effect of register.effects) {
          if ('register' in effect) {
            delete effect.when;
            effect.entries = '[]';
          }
        }
      },
      [
        'diff/effect-when',
        'procedure',
        '“出具受理通知、登记近亲属”一律登记到“relatives”，原为仅当“application.officialRelatives != null and count(application.officialRelatives) > 0”时。',
        '"Notice of acceptance; register of relatives" does this now always, not only when "application.officialRelatives != null and count(application.officialRelatives) > 0": add entries to "relatives".',
      ],
      [
        'diff/effect-setting',
        'procedure',
        '“出具受理通知、登记近亲属”中“登记到“relatives””的登记的内容由“application.officialRelatives”改为“[]”。',
        'In "Notice of acceptance; register of relatives" the entries of "add entries to "relatives"" is now "[]" instead of "application.officialRelatives".',
      ],
      [
        'diff/effect-order',
        'procedure',
        '“出具受理通知、登记近亲属”中各项的先后改为登记到“relatives”、出具“受理通知书”。',
        'The order of what "Notice of acceptance; register of relatives" does is now add entries to "relatives", issue "Notice of acceptance".',
      ],
    ],
    [
      'what is published',
      (p) => {
        const [effect] = step(p, 'notice-publish', 'effect').effects;
        if (effect && 'publish' in effect) effect.publish.items = effect.publish.items.slice(0, 1) as never;
      },
      [
        'diff/notice-items',
        'procedure',
        '“公示”公示的内容改为申请人（application.applicant.name），原为申请人（application.applicant.name）、所在村（社区）（name(case.division)）、家庭成员（checks.assess.facts.names）、保障人数（string(checks.assess.beneficiaries) + "人"）、初审意见（"拟予确认最低生活保障"）、拟保障金额（yuan(checks.assess.amount) + "元/月"）。',
        '"Public notice" now publishes Applicant (application.applicant.name) instead of Applicant (application.applicant.name), Village or community (name(case.division)), Household members (checks.assess.facts.names), Persons covered (string(checks.assess.beneficiaries) + "人"), First opinion ("拟予确认最低生活保障"), Intended amount (yuan(checks.assess.amount) + "元/月").',
      ],
    ],
  ]);
});
