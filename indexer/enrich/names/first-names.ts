/** What English-speaking bearers of a first name are called, the full name first; forms of two names stand in two lines. */
const SHORT_NAMES = `
Abraham Abe
Albert Al Bert
Alexander Alex Alec Sandy
Alexandra Alex Sandra
Alfred Alf Fred
Andrew Andy Drew
Anthony Tony
Barbara Barb
Benjamin Ben Benny
Bernard Bernie
Catherine Cathy Kate
Charles Charlie Chuck Chas
Christopher Chris Kit
Christine Chris
Clifford Cliff
Daniel Dan Danny
David Dave Davy
Deborah Deb Debbie
Donald Don Donnie
Douglas Doug
Edward Ed Eddie Ted Ned
Elizabeth Liz Beth Betty Lizzie
Eugene Gene
Francis Frank
Frederick Fred Freddie
Gerald Gerry Jerry
Gregory Greg
Harold Harry Hal
Henry Harry Hank
Herbert Herb
Jacob Jake
James Jim Jimmy Jamie
Jeffrey Jeff
Jennifer Jen Jenny
Jeremy Jerry
John Jack Johnny
Jonathan Jon
Joseph Joe Joey
Joshua Josh
Judith Judy
Katherine Kate Kathy Katie
Kathleen Kathy
Kenneth Ken Kenny
Lawrence Larry
Leonard Len Lenny
Leslie Les
Margaret Maggie Meg Peggy
Martin Marty
Matthew Matt
Michael Mike Mick Mickey
Mitchell Mitch
Nathaniel Nathan Nate Nat
Nicholas Nick Nicky
Pamela Pam
Patricia Pat Patty Tricia
Patrick Pat Paddy
Peter Pete
Philip Phil
Phillip Phil
Raymond Ray
Rebecca Becky
Richard Rich Rick Dick Richie
Robert Rob Bob Bobby Robbie Bert
Roderick Rod
Ronald Ron Ronnie
Rudolph Rudy
Russell Russ
Samuel Sam Sammy
Samantha Sam
Sidney Sid
Stanley Stan
Stephen Steve Stevie
Steven Steve
Stuart Stu
Susan Sue Susie
Terence Terry
Theodore Ted Teddy Theo
Thomas Tom Tommy
Timothy Tim
Victoria Vicky
Vincent Vince
Walter Walt
William Will Bill Billy Willie Liam
Zachary Zach Zack
`;

const FULL_NAMES = new Map<string, string[]>();
for (const [full = '', ...short] of SHORT_NAMES.trim()
  .split('\n')
  .map((line) => line.split(' ')))
  for (const name of [full, ...short]) FULL_NAMES.set(name, [...(FULL_NAMES.get(name) ?? []), full]);

/** Can two first names be one, in full and short ("Daniel", "Dan") or in two short forms ("Bob", "Rob")? */
export function isShortFor(one: string, other: string): boolean {
  const full = FULL_NAMES.get(other) ?? [];
  return (FULL_NAMES.get(one) ?? []).some((name) => full.includes(name));
}
