"""Technologies and methods by all their spellings, Korean and English, each spelling to one name."""

import re
from dataclasses import dataclass

# A line holds groups of spellings of the same thing, the first is its name. A spelling with a capital has to be written
# with that capital (Hive, React), another in any case (Python, python). One with `?` may stand for the thing in the
# base, but is also an ordinary word, so it is no claim in a rewording.
_LANGUAGES_AND_LIBRARIES = """
python=파이썬=파이선; sql=에스큐엘; java=자바; javascript=js=자바스크립트; typescript=타입스크립트; scala=스칼라
kotlin=코틀린; Go=golang=고랭; Rust=러스트; Swift=스위프트; c++=씨쁠쁠; c#; Julia=줄리아; matlab=매트랩; sas; spss
stata; bash; pandas=판다스; numpy=넘파이; scipy=사이파이; polars=폴라스; pyspark=파이스파크; matplotlib=매트플롯립
seaborn; spark=apache spark=스파크=아파치 스파크; hadoop=하둡; Hive=하이브; Presto=프레스토; trino=트리노
Impala=임팔라; flink=플링크; kafka=apache kafka=카프카; kinesis=키네시스; rabbitmq=래빗엠큐; pubsub; nifi; Beam
dataflow; dask; Ray; airflow=apache airflow=에어플로우=에어플로; dagster=대그스터; Prefect=프리펙트; Luigi; dbt
airbyte; fivetran; Sqoop; Snowflake=스노우플레이크=스노플레이크; bigquery=빅쿼리; redshift=레드시프트
databricks=데이터브릭스; Athena=아테나; clickhouse=클릭하우스; Druid=드루이드
elasticsearch=엘라스틱서치=일래스틱서치; opensearch=오픈서치; kibana=키바나; logstash; redis=레디스
mongodb=몽고디비=몽고db; mysql=마이에스큐엘; postgresql=postgres=포스트그레스; mariadb=마리아디비; Oracle=오라클; sqlite
dynamodb=다이나모디비; cassandra=카산드라; hbase; neo4j; duckdb=덕디비; Iceberg=아이스버그; delta lake=델타 레이크
hudi; parquet=파케이; avro; graphql=그래프큐엘; grpc; tensorflow=텐서플로우=텐서플로; pytorch=파이토치
keras=케라스; scikit-learn=sklearn=사이킷런; xgboost=엑스지부스트; lightgbm=라이트지비엠; catboost=캣부스트; jax
hugging face=huggingface=허깅페이스; langchain=랭체인; langgraph=랭그래프; llamaindex=라마인덱스; statsmodels
Prophet=프로펫; networkx; opencv=오픈시브이; spacy; nltk; konlpy; gensim; optuna=옵튜나; hyperopt; shap; lime
streamlit=스트림릿; gradio; plotly=플로틀리; geopandas; postgis; qgis; or-tools=오알툴즈; gurobi=구로비; cplex
cvxpy; simpy; faiss; Pinecone=파인콘; milvus; weaviate; chromadb; selenium=셀레니움; scrapy; beautifulsoup
"""
_PLATFORMS_AND_PRODUCTS = """
mlflow=엠엘플로우; kubeflow=쿠브플로우=큐브플로우; sagemaker=세이지메이커; vertex ai=버텍스; wandb=weights & biases
bentoml=벤토엠엘; Triton=트리톤; torchserve; onnx; tensorrt; vllm; cuda=쿠다; Feast; docker=도커
kubernetes=k8s=쿠버네티스; terraform=테라폼; ansible=앤서블; jenkins=젠킨스; github actions=깃허브 액션
gitlab=깃랩; argo cd=argocd; Helm; prometheus=프로메테우스; grafana=그라파나; datadog=데이터독; Sentry
aws=amazon web services; gcp=google cloud=google cloud platform=구글 클라우드; azure=애저; s3; ec2; Lambda=람다
emr; ecs; eks; linux=리눅스; fastapi=패스트에이피아이=패스트api; Flask=플라스크; django=장고; spring boot=스프링 부트
node.js=nodejs; React=리액트; vue=뷰제이에스; tableau=태블로; power bi=파워비아이=파워 bi; looker=루커
looker studio=google data studio=루커 스튜디오=구글 데이터 스튜디오; redash=리대시=리대쉬; Superset=슈퍼셋
metabase=메타베이스; qlik; quicksight; Excel=엑셀=spreadsheet?=spreadsheets?
google sheets=구글 시트=구글 스프레드시트; google analytics=구글 애널리틱스; ga4; Amplitude=앰플리튜드
mixpanel=믹스패널; Braze=브레이즈; appsflyer=앱스플라이어; airbridge=에어브릿지; firebase=파이어베이스; hackle=핵클
optimizely; google optimize=구글 옵티마이즈; jupyter=주피터; github=깃허브; jira=지라보드; Notion=노션; Slack=슬랙
figma=피그마; salesforce=세일즈포스; Zeppelin=제플린; chatgpt=챗지피티=챗gpt; gpt=지피티; Claude=클로드; Gemini=제미나이
copilot=코파일럿
"""
_METHODS = """
machine learning=ml=머신러닝=기계학습; deep learning=dl=딥러닝=심층학습; reinforcement learning=rl=강화학습
artificial intelligence=AI=인공지능; generative ai=genai=생성형 인공지능=생성형 ai; supervised learning=지도학습
unsupervised learning=비지도학습; self-supervised learning=자기지도학습; transfer learning=전이학습
federated learning=연합학습; active learning=능동학습; causal inference=인과추론=인과 분석; mlops=엠엘옵스
natural language processing=nlp=자연어 처리; computer vision=컴퓨터 비전; speech recognition=음성 인식
ocr=문자 인식
large language model=large language models=llm=llms=거대 언어 모델=대규모 언어 모델=대형 언어 모델=초거대 언어 모델
retrieval-augmented generation=rag=검색 증강 생성; fine-tuning=finetuning=fine-tuned=파인튜닝=미세 조정
prompt engineering=프롬프트 엔지니어링; embedding=embeddings=임베딩; vector search=벡터 검색
knowledge graph=지식 그래프; transformer=transformers=트랜스포머; bert=버트
cnn=convolutional neural network=합성곱 신경망; rnn=순환 신경망; lstm
gnn=graph neural network=graph neural networks=그래프 신경망; gan=생성적 적대 신경망
neural network=neural networks=신경망; diffusion model=diffusion models=확산 모델; word2vec; tf-idf
autoencoder=오토인코더; attention mechanism=어텐션; a/b test=a/b testing=a/b tests=ab=a/b
multivariate test=다변량 테스트; switchback=switchbacks=스위치백
bandit=bandits=multi-armed bandit=밴딧=멀티암드밴딧; cuped; difference-in-differences=diff-in-diff=이중차분
propensity score=propensity score matching=psm=성향점수; instrumental variable=instrumental variables=도구변수
regression discontinuity=회귀 불연속; synthetic control=합성 통제; uplift model=uplift modeling=uplift?=업리프트
bayesian=베이지안=베이즈; monte carlo=몬테카를로; markov=마르코프=마르코브; mcmc
gaussian process=가우시안 프로세스; time series=time-series=시계열; arima; kalman filter=칼만 필터
survival analysis=생존 분석; conjoint=컨조인트; regression=회귀; logistic regression=로지스틱 회귀
linear regression=선형 회귀; isotonic regression=등위 회귀; quantile regression=분위수 회귀
random forest=random forests=랜덤 포레스트; decision tree=decision trees=의사결정나무
gradient boosting=boosting?=그래디언트 부스팅=부스팅; ensemble=앙상블; svm=서포트 벡터 머신; knn=최근접 이웃
clustering=군집화=클러스터링=군집 분석; k-means=kmeans; dbscan; pca=주성분 분석; anomaly detection=이상 탐지
collaborative filtering=협업 필터링; matrix factorization=행렬 분해; recommender system=recommender systems
recommendation system=recommendation systems=recommender?=추천 시스템; dropout?=드롭아웃
batch normalization=배치 정규화; quantization=양자화; knowledge distillation=지식 증류
integer program=integer programming=정수계획=정수계획법; linear programming=linear program=선형계획=선형계획법
dynamic programming=동적계획법; genetic algorithm=유전 알고리즘; newsvendor=뉴스벤더; game theory=게임 이론
digital twin=디지털 트윈; blockchain=블록체인; iot=사물인터넷; etl=이티엘; elt; cdc; ci/cd=cicd
feature store=피처 스토어; data warehouse=데이터 웨어하우스; data lake=데이터 레이크; data mart=데이터 마트
data catalog=데이터 카탈로그; microservices=microservice=마이크로서비스; serverless=서버리스
"""
# What only begins like a term: a hybrid is no Hive.
_NOT_TERMS = (
    "하이브리드",
    "엑셀러레이터",
    "엑셀러레이팅",
    "자바라",
    "버트런드",
    "람다식",
    "회귀선",
    "노션널",
    "슬랙라인",
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a spelling stands for (`name`, or "" for nothing), and how it has to be written to be a claim."""

    name: str
    capital: bool = False
    quiet: bool = False


def key_of(text: str) -> str:
    """Return a spelling without what varies in it: case, spaces, hyphens, slashes, dots."""
    return re.sub(r"[^\w+#]|_", "", text).casefold()


def _terms() -> dict[str, Term]:
    terms = {key_of(word): Term("") for word in _NOT_TERMS}
    table = ";".join(
        _LANGUAGES_AND_LIBRARIES.splitlines() + _PLATFORMS_AND_PRODUCTS.splitlines() + _METHODS.splitlines()
    )
    for group in table.split(";"):
        spellings = [word.strip() for word in group.split("=") if word.strip()]
        for word in spellings:
            terms[key_of(word)] = Term(key_of(spellings[0]), word[0].isupper(), word.endswith("?"))
    return terms


TERMS = _terms()
