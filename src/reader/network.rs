//! The network: a row of word pieces in, one score out.

use std::fmt::Display;

use rten::op_types as ops;
use rten::{Model, ModelOptions, NodeId, OpRegistry, RegisterOp, Value};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::ReaderError;
use super::pieces::Input;

/// How the network is put together (ONNX), and its weights, which stay where they
/// are in the program.
pub(super) static GRAPH: &[u8] = include_bytes!("network.onnx");
pub(super) static WEIGHTS: &[u8] = rten::include_external_data!("network.data");
/// The name by which the graph calls its weights.
const WEIGHTS_NAME: &str = "network.data";

/// The operators that the network is made of: the program carries no others.
const OPERATORS: &[&dyn RegisterOp] = &[
    &ops::Add,
    &ops::And,
    &ops::Cast,
    &ops::Concat,
    &ops::ConstantOfShape,
    &ops::DequantizeLinear,
    &ops::Div,
    &ops::DynamicQuantizeLinear,
    &ops::Equal,
    &ops::Erf,
    &ops::Expand,
    &ops::Flatten,
    &ops::Gather,
    &ops::GreaterOrEqual,
    &ops::IsNaN,
    &ops::LayerNormalization,
    &ops::MatMul,
    &ops::MatMulInteger,
    &ops::Mul,
    &ops::Range,
    &ops::ReduceSum,
    &ops::Reshape,
    &ops::Shape,
    &ops::Slice,
    &ops::Softmax,
    &ops::Squeeze,
    &ops::Transpose,
    &ops::Unsqueeze,
    &ops::Where,
];

/// A cross-encoder of the BERT family: question and sentence are read as one row.
pub(super) struct Network {
    model: Model,
    pieces: NodeId,
    mask: NodeId,
    kinds: NodeId,
    score: NodeId,
}

impl Network {
    /// Reads a network; the weights of matrices are copied into the order that the processor likes best.
    pub(super) fn parse(graph: &'static [u8], weights: &'static [u8]) -> Result<Self, ReaderError> {
        let unusable = |problem: &dyn Display| ReaderError(problem.to_string());
        let mut options = ModelOptions::with_ops(OpRegistry::with_ops(OPERATORS));
        options
            .prepack_weights(true)
            .external_data_static(WEIGHTS_NAME, weights);
        let model = options
            .load_static_slice(graph)
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
        let failed = |problem: &dyn Display| ReaderError(format!("the reader failed: {problem}"));
        let [score] = self
            .model
            .run_n(inputs, [self.score], None)
            .map_err(|error| failed(&error))?;
        let scores: NdTensor<f32, 1> = score
            .try_into()
            .map_err(|_| failed(&"its output is not a row of numbers"))?;
        let score = scores.data().and_then(|scores| scores.first().copied());
        score
            .filter(|score| score.is_finite())
            .ok_or_else(|| failed(&"its output is not a number"))
    }
}
