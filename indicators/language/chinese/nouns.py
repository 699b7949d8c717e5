"""Chinese nouns after a number: what is counted or measured, money, and names of countries beside those of CLDR."""

from typing import Final

from indicators.language.language import Nouns

CHINESE_NOUNS: Final = Nouns(
    things="""
persons | 选民; 职工; 员工; 教师; 农民; 乘客; 人数; 人; 名; 位; 人口; 名员工; 用户; 网民; 游客; 旅客; 居民; 人员; 消费者
visits | 人次
jobs | 就业岗位; 个就业岗位; 岗位; 个岗位
companies | 家企业; 家公司; 户企业; 户中小企业; 户小微企业; 户民营企业; 户经营主体; 个企业; 家; \
家商户; 家参展商; 家机构; 家中企; 家中国企业; 家外企; 企业; 公司
countries | 个国家; 国; 个国家和地区; 个经济体; 国家
centres | 个研究中心; 个中心; 中心
areas | 个优先合作领域; 个领域; 领域; 个优先领域
agreements | 份协议; 项协议; 项合作协议; 份合作文件; 协议; 份合同
documents | 份文件; 项文件
orders | 单; 笔订单; 份订单; 订单
transactions | 笔; 笔交易
users | 户用户
subscriptions | 户
households | 农户; 户家庭; 户居民; 个家庭
students | 名学生
parcels | 件; 件快递; 件包裹
sellers | 商家; 家商家; 卖家; 个卖家
shops | 家门店; 门店; 家店; 家店铺; 家超市; 家餐厅
projects | 个项目; 项目; 个重大项目
patents | 件专利; 项专利; 专利
applications | 件申请; 款应用
websites | 个网站
domains | 个域名
vehicles | 辆; 辆汽车; 辆车; 台车
flights | 架次; 个航班; 班; 航班
dwellings | 套; 套住房; 套住宅
units | 双; 人份; 个; 台; 座; 艘; 架; 项; 部; 套设备; 所; 只; 头; 枚; 颗; 张; \
款; 条; 列; 处; 支; 株; 份; 块; 场; 间; 道; 种; \
类; 次; 羽; 股; 手; 宗; 起; 例; 批; 盒; 瓶; 箱; 本; 标箱; 标准箱; 片; 组; 类商品; 个城市; 个省份; 个省; 个基站; \
个充电桩; 座城市; 个品牌; 个品种; 床; 趟; 个县; 个村; 间客房; 幅; 班列
servers | 台服务器
data centres | 个数据中心
tonnes | 吨; 公吨
kilograms | 公斤; 千克
grams | 克
centners | 公担
troy ounces | 盎司
barrels | 桶
barrels per day | 桶/日; 桶每日
cubic metres | 立方米; 方
square metres | 平方米; 平米
square kilometres | 平方公里
hectares | 公顷
mu | 亩
miles | 英里
nautical miles | 海里
feet | 英尺
square miles | 平方英里
acres | 英亩
jin | 斤; 市斤
millimetres | 毫米
centimetres | 厘米
kilometres | 公里; 千米
metres | 米
litres | 升
kilowatt-hours | 千瓦时; 度电; 度
megawatt-hours | 兆瓦时
gigawatt-hours | 吉瓦时
terawatt-hours | 太瓦时
kilowatts | 千瓦
megawatts | 兆瓦
gigawatts | 吉瓦
kilowatt-hours | 千瓦小时
tonnes of oil equivalent | 吨油当量
index points | 点
""",
    money="""
USD | 美元; 美金
EUR | 欧元
GBP | 英镑
RUB | 卢布
CNY | 元人民币
CNY? | 元; 块钱; 圆
JPY | 日元; 日圆
INR? | 卢比
KRW | 韩元
TRY | 里拉
UAH | 格里夫纳
KZT | 坚戈
UZS | 苏姆
BRL | 雷亚尔
MXN?ARS?CLP?COP?PHP?UYU? | 比索
CAD | 加元; 加币
AUD | 澳元; 澳币
NZD | 纽元
HKD | 港元; 港币; 元港币
TWD | 台币; 元新台币
SGD | 新元
CHF | 瑞郎
CHF?XOF?XAF? | 法郎
SEK?NOK?DKK?CZK?ISK? | 克朗
PLN | 兹罗提
HUF | 福林
ILS | 谢克尔
NGN | 奈拉
ZAR | 兰特
IDR | 印尼盾; 印尼卢比
THB | 泰铢
MYR | 林吉特; 令吉; 马币
SAR?QAR?IRR?OMR?YER? | 里亚尔
AED?MAD? | 迪拉姆
KWD?IQD?DZD?TND?JOD?BHD?LYD?RSD? | 第纳尔
KES?UGX?TZS?SOS? | 先令
BGN | 列弗
RON?MDL? | 列伊
BDT | 塔卡
VND | 越盾
CZK | 捷克克朗
XOF?XAF? | 非洲法郎; 中非法郎; 西非法郎
GHS | 塞地
AMD | 德拉姆
AZN?TMT? | 马纳特
MNT | 图格里克
EGP | 埃镑
""",
    subunits="""
USD | 美分
CNY | 角
""",
    areas="""
RUS | 俄; 俄方; 莫斯科; 俄央行
CHN | 我国; 中方; 国家统计局; 海关总署; 人民银行; 中; 全国; 工信部; 财政部; 商务部; 央行
* | 欧洲; 亚洲; 非洲; 东南亚; 拉美; 拉丁美洲; 中东; 北欧; \
河北; 山西; 辽宁; 吉林; 黑龙江; 江苏; 浙江; 安徽; 福建; 江西; 山东; 河南; 湖北; 湖南; 广东; 海南; 四川; 贵州; \
云南; 陕西; 甘肃; 青海; 内蒙古; 广西; 西藏; 宁夏; 新疆; 天津; 上海; 重庆; 深圳; 广州; 杭州; 南京; 苏州; 武汉; 成都; \
西安; 宁波; \
青岛; 大连; 厦门; 郑州; 长沙; 合肥; 济南; 福州; 沈阳; 无锡; 佛山; 东莞; 全省; 全市; 全县; 全区; 我省; 我市; \
本省; 本市; 该省; 该市; 长三角; 珠三角; 京津冀; 大湾区; 成渝; 长江经济带; 西部; 东部; 中部; 东北三省; 东三省; \
东北地区; 华东; 华南; 华北; 华中; 新区; 开发区; 高新区; 自贸区; 自贸港; 示范区; 合作区; 经济圈; 城市群; \
欧亚经济联盟; 独联体; 金砖国家
USA | 美; 美方; 美联储; 华盛顿
IND | 印; 印度央行
JPN | 日; 日央行; 日银
DEU | 德; 德国
FRA | 法; 法国
GBR | 英; 英国
TUR | 土; 土耳其
SAU | 沙特
ARE | 阿联酋; 迪拜
ZAF | 南非
MEX | 墨西哥
ARG | 阿根廷
CAN | 加; 加拿大
AUS | 澳; 澳大利亚; 澳洲
KOR | 韩; 韩国
TWN | 台湾; 台
HKG | 香港; 港
SGP | 新加坡
IDN | 印尼
THA | 泰国; 泰
VNM | 越南; 越
MYS | 马来西亚
PHL | 菲律宾
EMU | 欧元区; 欧洲央行
EUU | 欧盟; 欧
WLD | 全球; 世界
""",
)
