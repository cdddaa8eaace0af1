import type { ProblemTable } from './entry.ts';

/** Moving a running case to another version of its programme. */
export const migrate = {
  'migrate/ended': {
    status: 409,
    en: {
      title: 'The case has ended',
      detail: 'Case {case} has ended and stays on the version on which it was decided.',
      hint: 'Only running cases move to another version.',
    },
    zh: {
      title: '办件已办结',
      detail: '办件{case}已经办结，保留在作出决定时的版本上。',
      hint: '只有在办的办件可以转到其他版本。',
    },
  },
  'migrate/same': {
    status: 409,
    en: {
      title: 'Nothing to move',
      detail: 'Case {case} runs on this very version already.',
      hint: 'Give the version to which it is to move.',
    },
    zh: {
      title: '无需转移',
      detail: '办件{case}已经在这个版本上办理。',
      hint: '请指定要转到的版本。',
    },
  },
  'migrate/other-programme': {
    status: 422,
    en: {
      title: 'Another programme',
      detail: 'A case of "{from}" does not become a case of "{to}".',
      hint: 'A case moves between versions of its own programme; refer it to hand it over.',
    },
    zh: {
      title: '不是同一事项',
      detail: '“{from}”的办件不能转为“{to}”的办件。',
      hint: '办件只在本事项的各版本之间转移；需要移交的请转办。',
    },
  },
  'migrate/not-yet': {
    status: 409,
    en: {
      title: 'Not in force yet',
      detail: 'Version {version} is in force from {from} on.',
      hint: 'Move the case on that day or later; a dry run says already now what would happen.',
    },
    zh: {
      title: '新版本尚未施行',
      detail: '第{version}版自{from}起施行。',
      hint: '请在施行之日起转移；现在可以先试运行，查看会发生什么。',
    },
  },
  'migrate/no-definition': {
    status: 422,
    en: {
      title: 'A version is missing',
      detail: 'Event {seq} of case {case} rests on version {hash}, which was not given.',
      hint: 'Give every version that the case has run on.',
    },
    zh: {
      title: '缺少版本',
      detail: '办件{case}的第{seq}个事件依据的版本{hash}没有提供。',
      hint: '请提供该办件使用过的全部版本。',
    },
  },
  'migrate/unknown-step': {
    status: 422,
    en: {
      title: 'No such step',
      detail: 'The step map names "{step}", which is no step of the earlier version.',
      hint: 'Its steps are: {steps}.',
    },
    zh: {
      title: '环节不存在',
      detail: '对照表写了“{step}”，原版本没有这个环节。',
      hint: '原版本的环节有：{steps}。',
    },
    variants: {
      to: {
        en: {
          detail: 'The step map leads from "{from}" to "{step}", which is no step of the later version.',
          hint: 'The steps of the later version are: {steps}.',
        },
        zh: {
          detail: '对照表把“{from}”对应到“{step}”，新版本没有这个环节。',
          hint: '新版本的环节有：{steps}。',
        },
      },
    },
  },
  'migrate/unknown-clock': {
    status: 422,
    en: {
      title: 'No such clock',
      detail: 'The step map starts the clock "{clock}", which the later version does not have.',
      hint: 'Its clocks are: {clocks}.',
    },
    zh: {
      title: '时限不存在',
      detail: '对照表要求起算时限“{clock}”，新版本没有这个时限。',
      hint: '新版本的时限有：{clocks}。',
    },
  },
  'migrate/unknown-branch': {
    status: 422,
    en: {
      title: 'No such branch',
      detail: 'The step map puts cases into "{branch}" at "{step}", which the later version does not have.',
      hint: 'Write PARALLEL/BRANCH and a step of that branch, or done.',
    },
    zh: {
      title: '分支不存在',
      detail: '对照表把办件放到“{branch}”的“{step}”，新版本没有这个位置。',
      hint: '请写“并行环节/分支”和该分支中的环节，或者写 done。',
    },
  },
  'migrate/step-gone': {
    status: 409,
    en: {
      title: 'The step is gone',
      detail: 'The later version has no step "{step}", and the step map does not say what becomes of it.',
      hint: 'Lead it to another step in the map, or let the case stay on its version.',
    },
    zh: {
      title: '环节已取消',
      detail: '新版本没有环节“{step}”，对照表也没有说明转到哪里。',
      hint: '请在对照表中指定对应的环节，或者让办件留在原版本办理。',
    },
  },
  'migrate/kind-differs': {
    status: 422,
    en: {
      title: 'A step of another kind',
      detail: 'Step "{from}" is a {before} and "{to}" is a {after}: a case cannot stand in both alike.',
      hint: 'Lead it to a step of the same kind.',
    },
    zh: {
      title: '环节种类不同',
      detail: '环节“{from}”是{before}，“{to}”是{after}，办件不能在两者中同样停留。',
      hint: '请对应到同一种类的环节。',
    },
  },
  'migrate/branch-gone': {
    status: 409,
    en: {
      title: 'The branch is gone',
      detail: 'Step "{step}" lies in "{branch}", which the later version does not have where the map leads.',
      hint: 'Lead every step of the parallel branches to one step after them, or wait until the branch is done.',
    },
    zh: {
      title: '分支已取消',
      detail: '环节“{step}”在分支“{branch}”中，新版本在对应的位置没有这个分支。',
      hint: '请把各分支的环节都对应到其后的同一环节，或者等该分支办完再转。',
    },
  },
  'migrate/branch-new': {
    status: 409,
    en: {
      title: 'A new branch',
      detail: 'The later version has a branch "{branch}" in which the case has never been.',
      hint: 'Say in the map, under branches, at which of its steps the case begins, or done.',
    },
    zh: {
      title: '新增了分支',
      detail: '新版本有分支“{branch}”，该办件从未进入。',
      hint: '请在对照表的 branches 中写明从哪个环节开始，或者写 done。',
    },
  },
  'migrate/two-places': {
    status: 409,
    en: {
      title: 'Two places at once',
      detail:
        'By the step map the case would stand in {steps} at once, which the later version does not allow.',
      hint: 'Lead them to one step, or to different branches of one parallel step.',
    },
    zh: {
      title: '不能同时在两处',
      detail: '按对照表，办件会同时处于{steps}，新版本不允许。',
      hint: '请对应到同一个环节，或者同一并行环节的不同分支。',
    },
  },
  'migrate/nothing-left': {
    status: 409,
    en: {
      title: 'Nothing left to do there',
      detail:
        'In "{step}" of the later version enough branches would be done already, so that it would stand still.',
      hint: 'Lead the case to the step that follows.',
    },
    zh: {
      title: '没有可办的事',
      detail: '在新版本的“{step}”中，各分支已经办完，办件会停在那里。',
      hint: '请对应到其后的环节。',
    },
  },
  'migrate/children-open': {
    status: 409,
    en: {
      title: 'Cases of items are open',
      detail: 'In "{step}" cases of items are open which will return to it by that name.',
      hint: 'Keep the step under its id, or wait until they have ended.',
    },
    zh: {
      title: '逐项办件尚未办结',
      detail: '“{step}”中还有逐项办件没有办结，它们会按这个名称返回。',
      hint: '请保留该环节的标识，或者等它们办结。',
    },
  },
  'migrate/waiting': {
    status: 409,
    en: {
      title: 'An answer is outstanding',
      detail: 'In "{step}" a system was asked, and its answer will come by that name.',
      hint: 'Wait for the answer, or keep the step and its system as they are.',
    },
    zh: {
      title: '正在等待答复',
      detail: '“{step}”已经向部门发出核对请求，答复会按这个名称返回。',
      hint: '请等待答复，或者保留该环节及其接口。',
    },
  },
  'migrate/rounds': {
    status: 409,
    en: {
      title: 'Entered too often',
      detail: 'The case has entered "{step}" {rounds} times; the later version allows {max}.',
      hint: 'Lead it to another step, or let it stay on its version.',
    },
    zh: {
      title: '超过次数',
      detail: '办件已经进入“{step}”{rounds}次，新版本只允许{max}次。',
      hint: '请对应到其他环节，或者让办件留在原版本办理。',
    },
  },
  'migrate/clock-gone': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A clock is dropped',
      detail: 'The later version has no time limit "{clock}": in cases that move it no longer runs.',
      hint: 'Nothing needs to be done if that is meant.',
    },
    zh: {
      title: '时限不再保留',
      detail: '新版本没有时限“{clock}”，转移后不再计算。',
      hint: '如果本意如此，无需处理。',
    },
  },
  'migrate/clock-not-started': {
    status: 409,
    en: {
      title: 'The clock would not have started',
      detail: 'Nothing has happened in the case that starts the clock "{clock}".',
      hint: 'Leave it out of startClocks: it starts by itself in time.',
    },
    zh: {
      title: '时限尚未起算',
      detail: '办件中还没有发生使时限“{clock}”起算的事。',
      hint: '请从 startClocks 中去掉，届时会自行起算。',
    },
  },
  'migrate/form-invalid': {
    status: 422,
    en: {
      title: 'Data do not fit the later version',
      detail: 'What was filled in as "{form}" is not right by the later version: {found}',
      hint: 'Let the case stay on its version, or return it first so that the form is filled in anew.',
    },
    zh: {
      title: '数据不符合新版本',
      detail: '已填的“{form}”不符合新版本的要求：{found}',
      hint: '请让办件留在原版本办理，或者先退回重新填写。',
    },
  },
} as const satisfies ProblemTable;
