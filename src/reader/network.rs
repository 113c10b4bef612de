//! The network: a row of word pieces in, one score out.

use rten::{Model, ModelOptions, NodeId, Value};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::ReaderError;
use super::pieces::Input;

/// Bytes at an address that the tensors in them can be used from without a copy.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

/// The weights, in the runtime's own format.
static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("weights.rten"));

/// A cross-encoder of the BERT family: question and sentence are read as one row.
pub(super) struct Network {
    model: Model,
    pieces: NodeId,
    mask: NodeId,
    kinds: NodeId,
    score: NodeId,
}

impl Network {
    /// Loads the weights; those of matrices are copied into the order that the processor likes best.
    pub(super) fn load() -> Result<Self, ReaderError> {
        let unusable = |problem: &dyn std::fmt::Display| ReaderError::Weights(problem.to_string());
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = options
            .load_static_slice(&WEIGHTS.0)
            .map_err(|error| unusable(&error))?;
        let node = |name: &str| model.node_id(name).map_err(|error| unusable(&error));
        Ok(Self {
            pieces: node("input_ids")?,
            mask: node("attention_mask")?,
            kinds: node("token_type_ids")?,
            score: node("score")?,
            model,
        })
    }

    /// How well the sentence answers the question.
    pub(super) fn score(&self, input: &Input) -> Result<f32, ReaderError> {
        let length = input.pieces.len();
        let kind = |[_, place]: [usize; 2]| i32::from(place >= input.second);
        let row = |of: NdTensor<i32, 2>| Value::from(of).into();
        let inputs = vec![
            (
                self.pieces,
                row(NdTensor::from_data([1, length], input.pieces.clone())),
            ),
            (self.mask, row(NdTensor::full([1, length], 1))),
            (self.kinds, row(NdTensor::from_fn([1, length], kind))),
        ];
        let failed = |problem: String| ReaderError::Run(problem);
        let [score] = self
            .model
            .run_n(inputs, [self.score], None)
            .map_err(|error| failed(error.to_string()))?;
        let scores: NdTensor<f32, 1> = score
            .try_into()
            .map_err(|_| failed("its output is not a row of numbers".to_owned()))?;
        let score = scores.data().and_then(|scores| scores.first().copied());
        score
            .filter(|score| score.is_finite())
            .ok_or_else(|| failed("its output is not a number".to_owned()))
    }
}
