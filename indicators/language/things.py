"""What is counted, measured or paid, in three languages: ``unit | phrase; phrase``.

The unit is one that `indicators.model.units` reads; ``units`` stands for things without a unit of their own, whose noun
the claim keeps as printed. English spellings in `indicators.model.unit_names` and CLDR's currency names come on top.
"""

from typing import Final

__all__ = ["MONEY", "NOT_UNITS", "SUBUNITS", "THINGS"]

THINGS: Final = """
persons | workers; residents; citizens; consumers; customers; farmers; passengers; travellers; travelers; \
tourists; pensioners; migrants; refugees; children; women; men; adults; voters; respondents; members of staff; \
staff; members; participants; delegates; experts; specialists; engineers; doctors; teachers; scientists; \
taxpayers; borrowers; clients; depositors; subscribers; patients; drivers; youths; graduates; pupils; \
professionals; freelancers; entrepreneurs; viewers; guests; players; shareholders; investors; developers; \
researchers; followers; readers; nationals; foreigners; soldiers; personnel; americans; canadians; russians; \
chinese; indians; britons; europeans; germans; households' members; families' members; inhabitants; smokers; \
learners; trainees; apprentices; immigrants; arrivals; births; deaths; marriages; policyholders; \
beneficiaries; unemployed; job seekers; jobseekers; retirees; visitors from; holidaymakers; netizens; человек; \
людей; чел.; чел; россиян*; жител*; граждан*; туристов; туриста; туристы; пассажир*; работник*; сотрудник*; \
пенсионер*; безработн*; клиент*; абонент*; покупател*; предпринимател*; специалист*; студент*; мигрант*; \
детей; дети; детям; школьник*; респондент*; участник*; потребител*; учен*; водител*; заемщик*; вкладчик*; \
инвестор*; делегат*; экспертов; разработчик*; самозанят*; гость; гостя; гостей; гостям; гостями; резидент*; \
женщин*; мужчин*; лиц; персон; посетител*; инженер*; врач*; человека; семей с детьми; получател*; \
путешественник*; новорожденн*; душ; выпускник*; волонтер*; избирател*; налогоплательщик*; физлиц*; \
физических лиц; населени*; 人数; 人; 名; 位; 人口; 名员工; 用户; 网民; 游客; 旅客; 居民; 人员; 消费者
visits | 人次; тури*т* поезд*; посещени*; визит*; поездок; поездки
jobs | jobs; posts; positions; employees; vacancies; job openings; openings; рабоч* мест*; рабочих мест; \
вакансий; ваканси*; ставок; 就业岗位; 个就业岗位; 岗位; 个岗位
companies | companies; firms; enterprises; businesses; startups; start-ups; manufacturers; banks; retailers; \
exporters; suppliers; exhibitors; carriers; corporations; producers; factories' owners; operators; компани*; \
предприяти*; фирм*; организац*; юрлиц*; юридическ* лиц*; банк*; стартап*; экспонент*; производител*; \
застройщик*; поставщик*; экспортер*; 家企业; 家公司; 户企业; 个企业; 家; 家商户; 家参展商; 家机构; 家中企; \
家中国企业; 家外企; 企业; 公司
countries | countries; nations; states; economies; стран*; государств*; 个国家; 国; 个国家和地区; 个经济体; \
国家
regions | regions; регион*; субъект* рф; област*
centres | centres; centers; research centres; research centers; исследовательск* центр*; центр*; 个研究中心; \
个中心; 中心
areas | priority areas; areas; направлени*; сфер*; 个优先合作领域; 个领域; 领域; 个优先领域
agreements | agreements; deals; memorandums; memoranda; memorandums of understanding; contracts; accords; \
treaties; pacts; соглашени*; договоренност*; меморандум*; контракт*; договор*; 份协议; 项协议; 项合作协议; \
份合作文件; 协议; 份合同
documents | documents; документ*; 份文件; 项文件
orders | orders; заказ*; 单; 笔订单; 份订单; 订单
transactions | transactions; payments; операц*; транзакц*; сделок; сделки; сделка; платеж*; 笔; 笔交易
users | users; internet users; пользовател*; 户用户
subscriptions | subscriptions; подписк*; подписок; sim-карт*; 户
households | households; families; хозяйств*; домохозяйств*; семей; семьи; семь*; 户家庭; 户居民; 个家庭
students | students; pupils; студент*; 名学生
parcels | parcels; packages; посыл*; отправлени*; 件; 件快递; 件包裹
sellers | sellers; merchants; продавц*; селлер*; 商家; 家商家; 卖家; 个卖家
shops | shops; stores; outlets; магазин*; торгов* точ*; аптек*; 家门店; 门店; 家店; 家店铺; 家超市; 家餐厅
pick-up points | pick-up points; pickup points; пункт* выдач*; пвз; пункт* выдачи заказ*
projects | projects; проект*; 个项目; 项目; 个重大项目
patents | patents; патент*; 件专利; 项专利; 专利
applications | applications; apps; приложени*; заявк*; заявок; 件申请; 款应用
websites | websites; sites; сайт*; 个网站
domains | domains; домен*; 个域名
vehicles | vehicles; cars; trucks; passenger cars; electric vehicles; evs; lorries; buses; автомобил*; машин*; \
грузовик*; автобус*; легковуш*; электромобил*; легковых автомобил*; 辆; 辆汽车; 辆车; 台车
flights | flights; рейс*; 架次; 个航班; 班; 航班
dwellings | dwellings; homes; houses; flats; apartments; housing units; квартир*; дом*; домов; 套; 套住房; \
套住宅
units | units; pieces; sets; devices; smartphones; phones; computers; stations; base stations; lockers; \
plants; factories; aircraft; planes; ships; vessels; wagons; containers; teu; machines; robots; turbines; \
mines; farms; schools; hospitals; districts; cities; towns; villages; provinces; markets; brands; products; \
models; licences; licenses; permits; events; exhibitions; cases; accounts; cards; bonds; shares; tokens; \
coins; titles; branches; offices; hotels; rooms; beds; seats; cattle; pigs; eggs; bottles; bags; doses; tests; \
tickets; trips; downloads; calls; messages; orders for; wells; rigs; refineries; ports; airports; bridges; \
satellites; charging points; chargers; panels; servers; chips; wafers; routes; lines; trains; laws; measures; \
rules; sectors; industries; items; goods; categories; languages; faculties; universities; laboratories; labs; \
hubs; clusters; parks; warehouses; terminals; teams; funds; loans; mortgages; policies; claims; complaints; \
lawsuits; bankruptcies; insolvencies; mergers; acquisitions; ipos; tenders; bids; auctions; points of sale; \
restaurants; tonnes' worth; штук*; шт.; шт; единиц*; ед.; станц*; базов* станц*; комплект*; устройств*; \
смартфон*; самолет*; судов; суда; судн*; вагон*; контейнер*; дфэ; тэу; объект*; школ*; больниц*; поликлиник*; \
город*; район*; поселк*; нас* пункт*; вуз*; завод*; фабрик*; мероприят*; форум*; лиценз*; карт*; счет*; акци*; \
облигац*; билет*; голов; голов*; яиц; бутыл*; доз*; кредит*; ипотечн* кредит*; договоров; жалоб*; дел; робот*; \
станков; станка; двигател*; скважин*; вышек; маршрут*; поезд*; площадок; площадк*; лаборатор*; номер*; койк*; \
мест; моделей; модел*; бренд*; товар*; товарных позиц*; категори*; закон*; мер; отрасл*; резюме; фильм*; \
книг*; игр; отел*; гостиниц*; ферм*; складов; склад*; отделени*; филиал*; банкомат*; камер*; установок; \
участк*; грант*; мест в; турбин*; спутник*; 个; 台; 座; 艘; 架; 项; 部; 套设备; 所; 只; 头; 枚; 颗; 张; 款; \
条; 列; 处; 支; 株; 份; 块; 场; 间; 道; 种; 类; 次; 羽; 股; 手; 宗; 起; 例; 批; 盒; 瓶; 箱; 本; 标箱; 标准箱; \
片; 组; 类商品; 个城市; 个省份; 个省; 个基站; 个充电桩; 座城市; 个品牌; 个品种; 床; 趟; 个县; 个村; 间客房; \
幅; 班列
servers | servers; сервер*; 台服务器
data centres | data centers; data centres; дата-центр*; цод; цодов; 个数据中心
cubic metres@9 | bcm
cubic metres@6 | mcm
tonnes@3 | kt
tonnes@9 | gt
barrels per day@6 | mb/d; mbpd; mmbpd; mmb/d
‰ | ‰; промилле
tonnes | tonnes; tons; metric tons; metric tonnes; mt; тонн*; т; т.; тн; 吨; 公吨
kilograms | kilograms; kilogrammes; kg; килограмм*; кг; 公斤; 千克
grams | grams; grammes; грамм*; 克
centners | centners; quintals; центнер*; ц; ц/га; 公担
troy ounces | troy ounces; ounces; ounces of gold; унци*; тройск* унци*; 盎司
barrels | barrels; bbl; bbls; баррел*; барр.; барр; 桶
barrels per day | barrels per day; barrels a day; bpd; b/d; bbl/d; barrels of oil per day; \
barrels of oil a day; barrels daily; баррел* в сутки; баррел* в день; барр. в сутки; барр./сут.; б/с; \
баррел* нефти в сутки; барр./сутки; 桶/日; 桶每日
cubic metres | cubic metres; cubic meters; m3; m³; cu m; cu. m; cubic metres of gas; кубометр*; \
кубическ* метр*; куб. метр*; куб. м; куб.м; м3; м³; кубов; 立方米; 方
square metres | square metres; square meters; sq m; sq. m; sq m.; sqm; m²; m2; кв. метр*; кв. м; кв.м; \
квадратн* метр*; м²; м2; квадрат*; 平方米; 平米
square kilometres | square kilometres; square kilometers; sq km; sq. km; km²; кв. км; кв. километр*; км²; \
квадратн* километр*; 平方公里
hectares | hectares; ha; гектар*; га; 公顷
acres | acres
kilometres | kilometres; kilometers; km; километр*; км; 公里; 千米
metres | metres; meters; метр*; 米
litres | litres; liters; литр*; 升
kilowatt-hours | kilowatt-hours; kilowatt hours; kwh; квт·ч; квт*ч; квт-ч; квтч; квт ч; киловатт-час*; 千瓦时; \
度电; 度
megawatt-hours | megawatt-hours; megawatt hours; mwh; мвт·ч; мвт-ч; мвтч; 兆瓦时
gigawatt-hours | gigawatt-hours; gigawatt hours; gwh; гвт·ч; гвтч; 吉瓦时
terawatt-hours | terawatt-hours; terawatt hours; twh; твт·ч; твтч; 太瓦时
kilowatts | kilowatts; kw; квт; киловатт*; 千瓦
megawatts | megawatts; mw; мвт; мегаватт*; 兆瓦
gigawatts | gigawatts; gw; гвт; гигаватт*; 吉瓦
kilowatt-hours | 千瓦小时
tonnes of oil equivalent | toe; tonnes of oil equivalent; т н.э.; тонн нефтяного эквивалента; 吨油当量
gigabytes | gigabytes; gb; гигабайт*; гб
terabytes | terabytes; tb; терабайт*; тб
exabytes | exabytes; eb; эксабайт*
index points | points; index points; пункт*; пункта; пунктов; п.; балл*; 点; 點
"""

MONEY: Final = """
USD | us$; usd; u.s.$; us dollars; u.s. dollars; us dollar; american dollars; $us; доллар* сша; долл. сша; \
долл сша; долл.сша; дол. сша; американск* доллар*; usd.; 美元; 美金
USD? | $; dollar; dollars; bucks; greenback; доллар*; долл.; долл; дол.
EUR | €; eur; euro; euros; евро; 欧元; 歐元
GBP | £; gbp; pounds sterling; pound sterling; sterling; фунт* стерлинг*; 英镑; 英鎊
GBP? | pounds; pound; фунт*
RUB | ₽; rub; rubles; roubles; ruble; rouble; rbl; rur; russian rubles; российск* рубл*; 卢布; 俄罗斯卢布; \
盧布
RUB? | рубл*; руб.; руб; р.
CNY | rmb; cny; yuan; renminbi; cn¥; юан*; китайск* юан*; 人民币; 元人民币; 人民幣; 元人民幣
CNY? | 元; 块钱; 圆
CNY?¥ | ¥
JPY | jp¥; jpy; yen; иен*; йен*; 日元; 日圆; 日圓
INR | ₹; rs.; inr; re.; indian rupees; индийск* рупи*; 印度卢比
INR? | rs; rupees; rupee; рупи*; 卢比
KRW | ₩; krw; won; south korean won; вон; южнокорейск* вон*; 韩元; 韓元
TRY | ₺; turkish lira; liras; lira; турецк* лир*; лир; лиры; 里拉; 土耳其里拉
UAH | ₴; uah; hryvnia; hryvnias; гривен; гривн*; грн; грн.; 格里夫纳
KZT | ₸; kzt; tenge; тенге; 坚戈
BYN | byn; бел. руб.; белорусск* рубл*; 白俄罗斯卢布
UZS | uzs; soum; soums; sum; сум; сумов; сума; узбекск* сум*; 苏姆
BRL | r$; brl; reais; real; brazilian reais; реал*; бразильск* реал*; 雷亚尔
MXN | mx$; mxn; mexican pesos; мексиканск* песо; 墨西哥比索
ARS | ars; argentine pesos; ar$; аргентинск* песо; 阿根廷比索
CLP | clp; chilean pesos; чилийск* песо
COP | colombian pesos; колумбийск* песо
MXN?ARS?CLP?COP?PHP?UYU? | pesos; peso; песо; 比索
CAD | c$; ca$; cad; cdn$; can$; canadian dollars; канадск* доллар*; 加元; 加币
AUD | a$; au$; aud; australian dollars; австралийск* доллар*; 澳元; 澳币
NZD | nz$; nzd; new zealand dollars; новозеландск* доллар*; 新西兰元; 纽元
HKD | hk$; hkd; hong kong dollars; гонконгск* доллар*; 港元; 港币; 港幣
TWD | nt$; twd; taiwan dollars; new taiwan dollars; тайваньск* доллар*; 新台币; 新臺幣; 台币
SGD | s$; sgd; singapore dollars; сингапурск* доллар*; 新元; 新加坡元
CHF | chf; swiss francs; sfr; швейцарск* франк*; 瑞士法郎
CHF?XOF?XAF? | francs; franc; франк*; 法郎
SEK | sek; swedish kronor; swedish crowns; kronor; шведск* крон*; 瑞典克朗
NOK | nok; norwegian kroner; norwegian crowns; норвежск* крон*; 挪威克朗
DKK | dkk; danish kroner; danish crowns; датск* крон*; 丹麦克朗
CZK | czk; czech crowns; koruna; korunas; чешск* крон*
SEK?NOK?DKK?CZK?ISK? | crowns; kroner; kronas; kr; крон; кроны; крона; 克朗
PLN | pln; zloty; zlotys; zł; злот*; 兹罗提
HUF | huf; forints; forint; форинт*; 福林
ILS | ₪; ils; shekels; shekel; nis; шекел*; 谢克尔
VND | ₫; vnd; dong; донг*; 越南盾
PHP | ₱; philippine pesos; филиппинск* песо; 菲律宾比索
NGN | ₦; ngn; naira; найр*; 奈拉
ZAR | zar; rand; rands; рэнд*; 兰特
IDR | idr; rp; rupiah; indonesian rupiah; рупий индонез*; 印尼盾; 印尼卢比
THB | thb; ฿; baht; бат; батов; 泰铢
MYR | myr; rm; ringgit; ринггит*; 林吉特; 令吉
SAR | sar; saudi riyals; саудовск* риял*; 沙特里亚尔
SAR?QAR?IRR?OMR?YER? | riyals; riyal; rials; rial; риал*; риял*; 里亚尔
AED | aed; dh; dirhams; uae dirhams; dirham; дирхам*; 迪拉姆
EGP | egp; egyptian pounds; египетск* фунт*; 埃镑
PKR | pkr; pakistani rupees; 巴基斯坦卢比
GEL | gel; lari; лари
AMD | amd; dram; drams; драм*
AZN | azn; manat; manats; манат*
KGS | kgs; kyrgyz som; сом; сомов
KES | kes; ksh; kenyan shillings
PEN | soles
RON | ron; lei; leu; лей; леев
XDR | sdr; sdrs; special drawing rights; сдр; 特别提款权
"""

SUBUNITS: Final = """
USD | cents; cent; ¢; цент; цента; центов; 美分
RUB | копе*; коп.
EUR | euro cents; eurocents; евроцент*
GBP | pence
INR | paise
CNY | 角
"""

NOT_UNITS: Final = frozenset(
    "h d a g t m2 m3 s min hr hrs wk mo mth yr yrs dy head heads state states number num no. count counts pe ps vi "
    "index indices ix share fraction coefficient times ratio second seconds sec minute minutes hour hours day days "
    "week weeks month months quarter quarters year years annum capita pd pt pc pct population area site post points "
    "point % ‰ index.number articles article payments payment grant program programs business firm unit order project "
    "car house company person country document application job store item piece server domain home homes "
    "centre center user agreement patent student visit visitor view views view. flight seller shop merchant".split()
)
"""Spellings of `indicators.model.unit_names` that are no plural noun after a number in running text."""
