//! The sentence encoder: what all-MiniLM-L6-v2 makes of a text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use candle_core::{DType, Device, Tensor};
use candle_nn::VarBuilder;
use candle_transformers::models::bert::{BertModel, Config};
use rayon::prelude::*;
use serde::Deserialize;

use crate::tokeniser::{Pieces, Tokeniser};

/// Tokens that go through the network at once: enough to keep it busy, few enough for its caches.
const BATCH: usize = 512;

/// The encoder.
pub struct Network {
    bert: BertModel,
}

/// The part of `tokenizer.json` that is needed.
#[derive(Deserialize)]
struct TokeniserFile {
    model: WordPiece,
}

/// Its list of pieces.
#[derive(Deserialize)]
struct WordPiece {
    vocab: Pieces,
}

impl Network {
    /// Reads the unpacked model folder: the encoder and what makes its input.
    ///
    /// # Errors
    ///
    /// Where one of its three files is missing or is not what it should be.
    pub fn read(folder: &Path) -> Result<(Self, Tokeniser)> {
        let config: Config = parse(&folder.join("config.json"))?;
        let tokeniser: TokeniserFile = parse(&folder.join("tokenizer.json"))?;
        let weights = bytes(&folder.join("model.safetensors"))?;
        let weights = VarBuilder::from_buffered_safetensors(weights, DType::F32, &Device::Cpu)?;
        let bert = BertModel::load(weights, &config)?;
        Ok((Self { bert }, Tokeniser::new(tokeniser.model.vocab)?))
    }

    /// A vector of length 1 for each text, given as its tokens: the mean of the
    /// network's last layer over all of them, which is how the model was trained
    /// to be read.
    ///
    /// Texts of one length go through together, so that nothing is padded.
    ///
    /// # Errors
    ///
    /// Where the network cannot be computed.
    pub fn encode(&self, texts: &[Vec<u32>]) -> Result<Vec<Vec<f32>>> {
        let mut lengths: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, text) in texts.iter().enumerate() {
            lengths.entry(text.len()).or_default().push(place);
        }
        let batches: Vec<&[usize]> = lengths
            .iter()
            .flat_map(|(&length, places)| places.chunks((BATCH / length.max(1)).max(1)))
            .collect();
        let encoded: Vec<Vec<Vec<f32>>> = batches
            .par_iter()
            .map(|places| {
                let batch: Vec<&[u32]> = places
                    .iter()
                    .map(|&place| texts[place].as_slice())
                    .collect();
                self.batch(&batch)
            })
            .collect::<Result<_>>()?;
        let mut vectors = vec![Vec::new(); texts.len()];
        for (&place, vector) in batches
            .into_iter()
            .flatten()
            .zip(encoded.into_iter().flatten())
        {
            vectors[place] = vector;
        }
        Ok(vectors)
    }

    /// The vectors of texts with equally many tokens.
    fn batch(&self, texts: &[&[u32]]) -> Result<Vec<Vec<f32>>> {
        let shape = (texts.len(), texts.first().map_or(0, |text| text.len()));
        let tokens = Tensor::from_vec(texts.concat(), shape, &Device::Cpu)?;
        let hidden = self.bert.forward(&tokens, &tokens.zeros_like()?, None)?;
        let mean = hidden.mean(1)?;
        let unit = mean.broadcast_div(&mean.sqr()?.sum_keepdim(1)?.sqrt()?)?;
        let vectors = unit.to_vec2::<f32>()?;
        ensure!(
            vectors.iter().flatten().all(|number| number.is_finite()),
            "the network gave a number that is not finite"
        );
        Ok(vectors)
    }
}

fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_slice(&bytes(path)?).with_context(|| format!("cannot read {}", path.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
