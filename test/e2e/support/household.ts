/** Fills in the application as a villager does: by typing, choosing and sending a picture. */
import { crc32, deflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';

export interface Household {
  name: string;
  idNumber: string;
  mobile: string;
  /** As one types it, in yuan. */
  wages: string;
  card: string;
}

const section = (page: Page, title: string): Locator =>
  page.locator('aid-form section.section').filter({ has: page.getByRole('heading', { name: title }) });

/** Everything that has to be filled in, for a household of one, and a picture as evidence. */
export async function fillApplication(page: Page, home: Household): Promise<void> {
  const applicant = section(page, '申请人');
  await applicant.getByLabel('姓名').pressSequentially(home.name);
  await applicant.getByLabel('身份证号码').pressSequentially(home.idNumber);
  await applicant.getByLabel('手机号码').pressSequentially(home.mobile);

  const where = section(page, '住在哪里');
  await where.getByLabel('实际居住地址').pressSequentially('三组十二号');
  await where.getByRole('radio', { name: '自有' }).check();

  const members = section(page, '家里有哪些人');
  await members.getByLabel('姓名').pressSequentially(home.name);
  await members.getByLabel('与申请人的关系').selectOption({ label: '本人' });
  await members.getByLabel('身份证号码').pressSequentially(home.idNumber);
  await members.getByLabel('工资、务工收入').pressSequentially(home.wages);

  const bank = section(page, '钱发到哪里');
  await bank.getByLabel('持卡人姓名').pressSequentially(home.name);
  await bank.getByLabel('卡号').pressSequentially(home.card);

  const declaration = section(page, '核对与承诺');
  await declaration.locator('input[type=file][multiple]').setInputFiles({
    name: '残疾人证.png',
    mimeType: 'image/png',
    buffer: onePixel(),
  });
  await declaration.getByText('残疾人证.png').waitFor();
  await declaration.getByRole('checkbox', { name: /同意核对/ }).check();
  await declaration.getByRole('checkbox', { name: /真实、完整/ }).check();
}

/** Sends it and answers the address of the case. */
export async function submitApplication(page: Page): Promise<string> {
  await page.locator('aid-form button.submit').click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The smallest grey PNG. */
function onePixel(): Buffer {
  const chunk = (kind: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(content.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 200]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
