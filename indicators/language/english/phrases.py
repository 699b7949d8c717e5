"""English phrases beside a number, a line for each role: ``role value | phrase; phrase``, ``*`` for any ending."""

from typing import Final

ENGLISH_PHRASES: Final = """
scale 2 | hundred
scale 3 | thousand; thousands of; k; thsd; thous
scale 5 | lakh; lakhs; lac
scale 6 | million; millon; millions of; millions; mn; mln; mio; m; mm
scale 7 | crore; crores; cr
scale 9 | billion; billon; billions of; billions; bn; bln; bil; b; milliard
scale 12 | trillion; trillions of; trillions; tn; tln; trn; trln; lakh crore; lakh crores
scale 15 | quadrillion
percent | %; per cent; percent; pct; per-cent
points | of a percentage point; percentage point; percentage points; percentage-point; pp; p.p.; ppt; ppts; ppts.; \
pps; % points; per \
cent points; per cent point; per-cent points; pct points; percent point; percent \
points; %-points
bps | basis point; basis points; basis-point; bps; bp
# Before a number.
before about | about; around; approximately; approx; approx.; roughly; circa; ca.; some; nearly about; close to; ~; \
≈; in the region of; an estimated; in the order of; or so; c.; broadly; c
before more than | more than; more-than-; \
top; surpass; exceed; over; above; in excess of; exceeding; exceeded; exceeds; upwards \
of; surpassed; surpassing; topped; topping; upward of; just over; slightly more than; just above; a little over; \
well over; slightly over; slightly above; greater than; >; passed; north of; crossed; well above; comfortably over; \
somewhat more than; far more than
before less than | less than; under; below; fewer than; not more than; <; no more than; lower than; south of; well \
below; well under
before at least | at least; no less than; not less than; no fewer than; not fewer than; minimum of; a minimum of; ≥; \
a floor of
before up to | up to; as much as; as many as; at most; a maximum of; maximum of; not exceeding; no higher than; ≤; \
capped at; a ceiling of; until; not to exceed; as high as
before almost | almost; nearly; almost-; nearly-; \
close on; just under; just below; slightly less than; slightly below; a little \
under; just shy of; approaching; little short of; shy of; a little less than
after at least | or more; and more; plus; and above; and over; or higher
after about | or so; or thereabouts
after up to | or less; or fewer; at most
after more than | -odd
minus | minus; negative
# Change.
rise | rise; rises; rose; risen; rising; grow; grows; grew; grown; growing; increase; increases; increased; \
increasing; climb; climbs; climbed; climbing; jump; jumps; jumped; jumping; gain; gains; gained; gaining; surge; \
surges; surged; surging; soar; soars; soared; soaring; expand; expands; expanded; expanding; up; add; adds; added; \
adding; advance; advances; advanced; advancing; accelerate; accelerates; accelerated; accelerating; leap; leaps; \
leapt; leaped; rebounded; recovered; raise; raises; raised; raising; lift; lifts; lifted; lifting; hike; hikes; \
hiked; hiking; edged up; edge up; ticked up; inched up; went up; going up; swelled; swell; widened; widen; widens; \
widening; strengthened; strengthen; improved; improve; improves; picked up; doubled from; boosted; boost; boosts; \
hit a high; appreciated; rallied; rally; shot up; skyrocketed; spiked; quickened; quickening; enlarged; added \
another; higher; bounced; rebound; rebounds; rocketed; ballooned; upped; surpassing last year; outpaced; growth; \
upswing; hiring
fall | shave; knock; knocks; wipe; wipes; wiped; fall; falls; fell; fallen; falling; drop; drops; dropped; dropping; \
decline; declines; declined; declining; \
decrease; decreases; decreased; decreasing; down; shrink; shrinks; shrank; shrunk; shrinking; slump; slumps; \
slumped; slumping; plunge; plunges; plunged; plunging; tumble; tumbles; tumbled; tumbling; slide; slides; slid; \
sliding; slip; slips; slipped; slipping; contract; economy contracts; contracted; contracting; cut; cuts; cutting; \
lower; lowers; lowered; lowering; lose; loses; lost; losing; ease; eases; eased; easing; slow; slows; slowed; slowing; \
dip; dips; dipped; dipping; reduce; reduces; reduced; reducing; shed; sheds; shedding; sank; sunk; sink; weakened; \
weaken; edged down; went down; moderated; moderate; narrowed; narrows; narrow; narrowing; cooled; trimmed; trim; \
retreated; halved; slashed; slash; depreciated; plummeted; plummet; dwindled; worsened; eroded; crashed; softened; \
dived; nosedived; collapsed; deteriorated; contraction; reduction; diminished; receded; decelerated; subtracted; \
subtracts; subtracting; shaved; shaves; shaving; knocked off; took off
growth | growth target; growth goal; target for growth; growth; cagr; compound annual growth; \
compound annual growth rate; gdp forecast; growth forecast; \
increase in; rise in; gain; expansion; increases in; growth rate; \
rate of growth; pace of growth; annual growth; rise; increase; uplift; hike; jump; surge
drop | decline; drop; fall; decrease; contraction; reduction; slump; shrinkage; cut; loss; downturn
more | more; higher; above; up; faster; greater; bigger; larger; longer; better; stronger; dearer; rise; increase; \
growth; gain; jump; surge; uptick; hike; expansion; ahead of; climb; leap; advance; spike; improvement; boost; \
upswing; rebound; costlier; pay rise
less | under last year's; under the year before; under the previous; less; fewer; lower; below; down; slower; \
smaller; cheaper; shorter; worse; drop; decline; decrease; fall; \
contraction; reduction; cut; slump; plunge; slide; dip; weaker; shrinkage; short of; discount
yoy | year-on-year; year on year; year-over-year; year over year; yoy; y-o-y; y/y; on the year; from a year earlier; \
from a year ago; month-on-month; month on month; m/m; mom; quarter-on-quarter; quarter on quarter; quarterly; q/q; \
qoq; annual; yearly; compared with a year earlier; monthly; annualised; annualized; like-for-like; on-year; real; \
nominal; organic; cumulative; pay; price; wage; per annum; week-on-week; average
times | times; -fold; fold; x
double 2 | doubled; doubling; doubles; double; twofold; two-fold; twice
double 3 | tripled; tripling; triples; triple; trebled; treble; threefold; three-fold; thrice
double 4 | quadrupled; quadrupling; quadruple; quadruples; fourfold; four-fold
double 5 | quintupled; fivefold; five-fold
double 10 | tenfold; ten-fold
halve 2 | halved; halving; halves; halve
# What a percentage is of.
share | absorbs; absorbed; absorb; supplies; supplied; eat up; eats up; ate up; eating up; eaten up; take up; \
takes up; took up; taking up; taken up; \
swallow up; swallows up; swallowed up; swallowing up; use up; uses up; used up; using up; soak up; soaks up; \
soaked up; \
free up; frees up; freed up; snap up; snaps up; snapped up; bought up; buy up; buys up; give up; gave up; gives up; \
share; shares of; proportion; percentage of; stake; portion; penetration; makes up; made up; make up; making \
up; accounting for; accounted for; accounts for; account for; representing; represents; represented; comprising; \
comprised; comprise; constitute; constituted; fraction; majority; debt ratio; debt-to-gdp ratio; gdp ratio; \
ratio of debt; payout ratio; equivalent to; equal to; coverage; turnout; \
of which; covers; covered; cover; compliance; contributed; contributing; contribution; attributable; adoption; \
ownership; controls; owns; used by; capacity utilisation; weight
rate | ratio; wage settlements; pay settlements; pay awards; \
wage settlement; rate; rates; inflation; unemployment; \
unemployed rate; margin; margins; yield; yields; tariff; tariffs; tax; \
vat; duty; duties; interest; coupon; deflation; selic; repo; libor; levy; levies; discount rate; cpi; hicp; fee; \
fees; commission; vacancy; joblessness; jobless rate; target; utilisation; utilization; return on; returns; \
corporation tax; gst; core inflation; pce; ppi; quota fill; occupancy; royalty; roe; roa; roce; capital ratio; cet1; \
premium; p.a.; per annum; load factor; occupancy rate; annual percentage rate; benchmark; key rate; policy rate; \
lending rate; deposit rate; base rate; services inflation; charge; savings rate; services prices; surcharge; \
probability; likelihood; odds; chance; chances
index | index; pmi; indices; gauge; barometer; sensex; nifty; nikkei; dax; ftse; hang seng; s&p 500; dow; nasdaq; \
topix; kospi; csi 300; bovespa; ibovespa; reading; confidence indicator; sentiment; stoxx; composite; dow jones; \
stocks
# Who, and when it is about.
forecast | forecast; hopes for; hope for; hoping for; hoped-for; wants; to top; to hit; to exceed; to surpass; \
forecasts; forecasting; forecasted; expect; \
expects; expected; expecting; expectation; expectations; projected; projecting; projects that; projects growth; \
projects a; projects an; projects inflation; projects gdp; projection; projections; predict; predicts; predicted; \
predicting; prediction; anticipate; anticipates; anticipated; anticipating; economists saw; analysts saw; \
forecasters saw; they saw; tipped to; slated to; outlook; sees; see; \
will; is set to; are \
set \
to; would; could reach; may reach; should reach; is likely to; are likely to; likely to; should grow; \
should rise; should expand; plans to; plan to; planned; \
planning to; guidance; aims to; aim to; aims for; aiming for; aiming to; target of; targets; targeting; envisages; \
envisage; envisaged; is due to; are due to; by the end of the decade; poised to; on track to; on course to; hopes \
to; hope to; intends to; seen; seen at; guided; guides; is to; are to; estimates for; consensus; pencilled in; \
penciled in; set to; could; budgeted; next year; pegged; looks to; 's forecast; heading for; estimated to reach; \
foresees; foresee; foresaw; assumes; assumed; assume; betting on; bet on; pledges to; pledged to; promises to; goal \
of; goal; aim of; ambition; reckons; due to; goal is; pencils in; scheduled to; priced in; \
pricing in; markets price in; traders price in; investors price in; money markets price in; prices in a; price in a
past | was; were; had; inflation expectations; would have; could have; should have; might have; rose; fell; grew; \
increased; decreased; \
reached; totalled; totaled; amounted; stood; \
recorded; reported; posted; declined; dropped; compared with; compared to; from a year; versus; against; up from; \
down from; after; unchanged
say | said; says; told; noted; notes; added; adds; explained; explains; stated; states; reported; reports; \
announced; announces; emphasized; emphasised; stressed; pointed out; warned; warns; commented; wrote; writes; \
estimates; estimated; calculated; revealed; disclosed; argued; argues; confirmed; observed; remarked; predicts; \
predicted; reckons; believes; claimed; claims; recalled; forecast; forecasts; concluded; insisted; showed; shows; \
found; finds; expects
according | according to; in the words of; as reported by; citing; data from; figures from; estimates by; estimates \
from; figures by; as per; research by; research from; a survey by; report by; a report by; a study by; calculations \
by; published by; released by; figures released by; a poll by; in the view of; data by; data published by; \
statistics from; estimate by; analysis by
# Time.
month 1 | january; jan; jan.
month 2 | february; feb; feb.
month 3 | march; mar; mar.
month 4 | april; apr; apr.
month 5 | may
month 6 | june; jun; jun.
month 7 | july; jul; jul.
month 8 | august; aug; aug.
month 9 | september; sep; sept; sept.; sep.
month 10 | october; oct; oct.
month 11 | november; nov; nov.
month 12 | december; dec; dec.
ordinal 1 | first; 1st
ordinal 2 | second; 2nd
ordinal 3 | third; 3rd
ordinal 4 | fourth; 4th; final; last
quarter | quarter; quarters; three months
half | half; half-year; half year; six months
months | months
q 1 | q1
q 2 | q2
q 3 | q3
q 4 | q4
h 1 | h1
h 2 | h2
relative -1 | last year; previous year; in the past year; over the past year; the past year; past year; last year's; \
over the last year
relative 0 | this year; current year; this year's; so far this year; year to date; year-to-date; ytd; \
since the start of the year; since the beginning of the year; from the start of the year; since the turn of the year
relative 1 | next year; coming year; the coming year; next year's; in the year ahead; the year ahead
full_year 1 | that year; the same year; for the year
full_year | year-end; full year; the full year; full-year; whole year; the whole of the year; annual results; annual \
profit; \
annual net profit; annual loss; annual net loss; annual earnings
results 3 | quarterly
results 6 | half-year; half-yearly; six-month
results 9 | nine-month; 9-month
quarter_away -1 | last quarter; the past quarter; past quarter
quarter_away 0 | this quarter; current quarter; the current quarter
quarter_away 1 | next quarter; coming quarter; the coming quarter
month_away -1 | last month; past month
month_away 0 | this month; current month
month_away 1 | next month; coming month; the coming month
quarter_before | previous quarter; prior quarter; preceding quarter; quarter before; a quarter earlier; \
previous three months; preceding three months; prior three months; previous three-month period; three months earlier
month_before | previous month; prior month; preceding month; month before; a month earlier; a month before
year_before | previous year; the previous year; preceding year; prior year
year_after | following year; the following year; the year after; following fiscal year; year later
weekday 1 | on monday
weekday 2 | on tuesday
weekday 3 | on wednesday
weekday 4 | on thursday
weekday 5 | on friday
weekday 6 | on saturday
weekday 7 | on sunday
span | year; years; month; months; week; weeks; day; days; hour; hours; minute; minutes; second; seconds; decade; \
decades; century; centuries; year-old; years old; degrees; degree; celsius; consecutive; straight; nights; night; \
a.m.; p.m.; am; pm; gmt; utc; et; cet; bst; edt; est; ist; weekend; quarters; mths; yrs; quarter; semesters; fiscal \
years; trading days; business days; working days; calendar days; months'; o'clock; pm.; msk; successive; school \
years; seasons; generations
ends | early; end; end of; the end of; start of; beginning of; late; end-; mid-; as of; as at; mid
since | since; until; before
# Small words.
by | by; of another; another; a further; further; by a further; an additional; by another; additional
to | to; at; from; reach; reached; reaching; reaches; stood at; hit; was; is; were; are; to stand at; remained at; \
remains at; totalled; totaled; hits; hitting; stands at; totalling; totaling; of
from | from; versus; against; compared with; compared to; vs; vs.; than; instead of
of | of; of the; of all; of total; of its; of their; of our; of global; of world
per | per; a; an; each; for each; for every; apiece
per_day | bpd; b/d; bbl/d; bpd.
and | and; &
between | between; from; range of; ranging from; in a range of; within; in the range of; from between; anywhere \
between; anywhere from; somewhere between
refer | the; both; these; those; other; our; their; its; his; all; each; either; her; your; my; last; next; past; \
first; previous; top; coming; any; every
name | section; sections; article; age of; ages of; aged; ages; older than; younger than; chapter; figure; table; \
page; pages; no; no.; nos.; number; paragraph; annex; \
appendix; version; v; iphone; galaxy; boeing; airbus; windows; phase; part; clause; resolution; decree; law no.; \
directive; regulation; bill; item; form; schedule; room; floor; gate; flight; route; highway; line; block; building; \
suite; train; group of; tier; class; scope; basel; gpt; gen; model; type; grade; stage; level; step; rule; tel; \
tel.; phone; fax; isin; icd; iso; lot; unit; note; footnote; issue; vol; vol.; volume; season; week; day; year; top; \
top-; the top; area; zone; district; base year; index level of; channel; episode; euro; ifrs; ias; agenda; vision; \
strategy; horizon; industry; formula; web; apollo; artemis; falcon; soyuz; mirage; category; cop; g; brics; title; \
round; batch; cohort; s&p; csi; ftse; nikkei; stoxx; dax; cac; russell; fortune; global; forbes; hot; edition; world \
cup; expo; summit; window
"""
