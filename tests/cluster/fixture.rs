//! The clusters of these trials are what the other trials take them for.

use reqwest::blocking::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::nodes::Nodes;
use crate::quoth::Outcome;

pub fn three_nodes_are_green(nodes: &Nodes) -> Outcome {
    for url in nodes.urls() {
        let health = answer(client()?.get(url + "/_cluster/health"))?;
        if health["number_of_nodes"] != 3 || health["status"] != "green" {
            return Err(health.to_string().into());
        }
    }
    Ok(())
}

pub fn an_index_is_searched(nodes: &Nodes) -> Outcome {
    let client = client()?;
    let [first, second, third] = &nodes.urls()[..] else {
        return Err("there are not three nodes".into());
    };
    make_index(&client, first, "fixture-searched")?;
    // As another node answers.
    let searches = [
        json!({"search_type": "dfs_query_then_fetch"}),
        json!({"query": {"nested": {"path": "passages", "inner_hits": {}, "query":
            {"term": {"passages.terms": "new york"}}}}}),
        json!({}),
        json!({"size": 0, "suggest": {"near": {"text": "ferri", "term": {"field": "forms"}}}}),
        json!({}),
        json!({"size": 0, "aggs": {"kinds": {"terms": {"field": "kind"}}}}),
    ];
    let search = client.post(format!("{second}/fixture-searched/_msearch"));
    let found = answer(search.header("content-type", NDJSON).body(lines(&searches)))?;
    let [hits, near, kinds] = [0, 1, 2].map(|number| &found["responses"][number]);
    equal(&hits["hits"]["total"]["value"], &json!(1), &found)?;
    let inner = &hits["hits"]["hits"][0]["inner_hits"]["passages"]["hits"]["hits"];
    equal(&inner[0]["_nested"]["offset"], &json!(1), &found)?;
    let offered = &near["suggest"]["near"][0]["options"][0]["text"];
    equal(offered, &json!("ferry"), &found)?;
    let kinds = &kinds["aggregations"]["kinds"]["buckets"];
    equal(&kinds[0]["doc_count"], &json!(2), &found)?;
    answer(client.delete(format!("{third}/fixture-searched")))?;
    Ok(())
}

pub fn a_cluster_outlives_its_manager() -> Outcome {
    let client = client()?;
    let mut nodes = Nodes::start(3)?;
    make_index(&client, &nodes.urls()[0], "fixture-outliving")?;
    // Until then a shard may have no copy on another node.
    nodes.wait_for("green")?;
    let killed = nodes.manager()?;
    nodes.kill(killed)?;
    let manager = nodes.manager()?;
    if manager == killed {
        return Err(format!("killed node {killed} is still the manager").into());
    }
    nodes.wait_for("yellow")?;
    for (url, number) in nodes.urls().into_iter().zip(1..) {
        let counted = answer(client.get(url + "/fixture-outliving/_count"));
        if number == killed {
            counted.err().ok_or("a killed node answers")?;
        } else {
            let counted = counted?;
            equal(&counted["count"], &json!(2), &counted)?;
        }
    }
    nodes.start_again(killed)?;
    nodes.wait_for("green")?;
    Ok(())
}

const NDJSON: &str = "application/x-ndjson";

/// Two documents, in an index with a replica of each shard on another node.
fn make_index(client: &Client, url: &str, name: &str) -> Outcome {
    let index = json!({
        "settings": {
            "number_of_shards": 2,
            "number_of_replicas": 1,
            "analysis": {
                "analyzer": {"lines": {"type": "custom", "tokenizer": "lines"}},
                "tokenizer": {"lines": {"type": "char_group", "tokenize_on_chars": ["\n"]}},
            },
        },
        "mappings": {"dynamic": "strict", "properties": {
            "kind": {"type": "keyword"},
            "forms": {"type": "text", "analyzer": "lines"},
            "passages": {"type": "nested", "properties": {
                "terms": {"type": "text", "analyzer": "lines", "index_options": "freqs"},
            }},
        }},
    });
    answer(client.put(format!("{url}/{name}")).json(&index))?;
    let documents = [
        json!({"index": {"_id": "1"}}),
        json!({"kind": "document", "forms": "ferry\nnight",
            "passages": [{"terms": "night"}, {"terms": "new york\nferry"}]}),
        json!({"index": {"_id": "2"}}),
        json!({"kind": "document", "forms": "ferry\nyork",
            "passages": [{"terms": "new\nyork"}]}),
    ];
    let bulk = client.post(format!("{url}/{name}/_bulk?refresh=true"));
    let taken = answer(bulk.header("content-type", NDJSON).body(lines(&documents)))?;
    equal(&taken["errors"], &json!(false), &taken)
}

pub fn client() -> Outcome<Client> {
    Ok(Client::builder().no_proxy().build()?)
}

fn lines(values: &[Value]) -> String {
    let line = |value: &Value| [value.to_string(), "\n".to_owned()];
    values.iter().flat_map(line).collect()
}

/// What is answered with success; what else is answered is a failure.
pub fn answer(request: RequestBuilder) -> Outcome<Value> {
    let response = request.send()?;
    let status = response.status();
    let body = response.text()?;
    if !status.is_success() {
        return Err(format!("{status}: {body}").into());
    }
    Ok(serde_json::from_str(&body)?)
}

/// Fails where other than one index is there whose name begins so.
pub fn one_is_left(nodes: &Nodes, index: &str) -> Outcome {
    let url = format!("{}/_cat/indices/{index}-v*?format=json", nodes.urls()[0]);
    let left = answer(client()?.get(url))?;
    if left.as_array().is_some_and(|left| left.len() == 1) {
        return Ok(());
    }
    Err(format!("more than one index, or none: {left}").into())
}

fn equal(found: &Value, expected: &Value, answer: &Value) -> Outcome {
    if found == expected {
        return Ok(());
    }
    Err(format!("{found} is not {expected} in {answer}").into())
}
