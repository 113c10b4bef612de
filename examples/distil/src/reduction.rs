//! Principal component analysis: fewer dimensions that keep most of the differences.

use anyhow::{Result, ensure};
use nalgebra::{DMatrix, DVector, SymmetricEigen};

/// The principal components of a set of vectors.
pub struct Components {
    /// One component a column, of unit length, the one that tells most first.
    axes: DMatrix<f64>,
    /// Variance along each, falling.
    variances: Vec<f64>,
}

impl Components {
    /// Analyses the vectors, which must all be of one length.
    ///
    /// # Errors
    ///
    /// Where there is no vector, or lengths differ.
    #[expect(clippy::cast_precision_loss, reason = "nobody has that many vectors")]
    pub fn of(vectors: &[Vec<f32>]) -> Result<Self> {
        let width = vectors.first().map_or(0, Vec::len);
        let centred = centred(vectors, width)?;
        let covariance = &centred * centred.transpose() / vectors.len() as f64;
        let eigen = SymmetricEigen::new(covariance);
        let mut order: Vec<usize> = (0..width).collect();
        order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
        let axes: Vec<_> = order
            .iter()
            .map(|&number| upright(eigen.eigenvectors.column(number).into_owned()))
            .collect();
        let variances = order
            .iter()
            .map(|&number| eigen.eigenvalues[number])
            .collect();
        Ok(Self {
            axes: DMatrix::from_columns(&axes),
            variances,
        })
    }

    /// The share of the variance that the first components keep, 0 to 1.
    #[must_use]
    pub fn kept(&self, dimensions: usize) -> f64 {
        self.variances.iter().take(dimensions).sum::<f64>() / self.variances.iter().sum::<f64>()
    }

    /// The vectors along the first components, centred on their own mean. What
    /// is analysed need not be what is reduced: texts are, and pieces are brought
    /// into their space.
    ///
    /// The components keep their weight: the distances between the vectors are
    /// the model's own, as far as so few dimensions go.
    ///
    /// # Errors
    ///
    /// Where there are fewer components than that, or the vectors are of another length.
    pub fn reduce(&self, vectors: &[Vec<f32>], dimensions: usize) -> Result<Vec<Vec<f64>>> {
        let width = self.axes.nrows();
        ensure!(
            (1..=width).contains(&dimensions),
            "{dimensions} dimensions asked for, 1 to {width} are there"
        );
        let centred = centred(vectors, width)?;
        let reduced = self.axes.columns(0, dimensions).tr_mul(&centred);
        Ok(reduced
            .column_iter()
            .map(|column| column.iter().copied().collect())
            .collect())
    }
}

/// The vectors less their mean, one a column.
fn centred(vectors: &[Vec<f32>], width: usize) -> Result<DMatrix<f64>> {
    ensure!(
        !vectors.is_empty() && vectors.iter().all(|vector| vector.len() == width),
        "vectors of one length are needed"
    );
    let numbers = vectors.iter().flatten().map(|&number| f64::from(number));
    let mut data = DMatrix::from_iterator(width, vectors.len(), numbers);
    let mean = data.column_mean();
    for mut column in data.column_iter_mut() {
        column -= &mean;
    }
    Ok(data)
}

/// A component points either way; the way in which its largest part is positive makes it the same every time.
fn upright(axis: DVector<f64>) -> DVector<f64> {
    if axis[axis.icamax()] < 0.0 {
        -axis
    } else {
        axis
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_space_needs_one_dimension() {
        let vectors: Vec<Vec<f32>> = [-3.0, -1.0, 1.0, 7.0]
            .iter()
            .map(|t| vec![1.0 + t, 2.0 - 2.0 * t, 5.0 + 2.0 * t])
            .collect();
        let components = Components::of(&vectors).unwrap();
        assert!((components.kept(1) - 1.0).abs() < 1e-9);
        let along: Vec<f64> = components.reduce(&vectors, 1).unwrap().concat();
        // The mean is at t = 1, and one step of t is three long.
        for (found, wanted) in along.iter().zip([-12.0_f64, -6.0, 0.0, 18.0]) {
            assert!((found.abs() - wanted.abs()).abs() < 1e-6, "{along:?}");
        }
    }

    #[test]
    fn more_dimensions_than_there_are_is_an_error() {
        let components = Components::of(&[vec![1.0, 2.0], vec![2.0, 1.0]]).unwrap();
        assert!(components.reduce(&[vec![1.0, 2.0]], 3).is_err());
        assert!(Components::of(&[]).is_err());
    }

    #[test]
    fn other_vectors_are_centred_on_their_own_mean() {
        let components = Components::of(&[vec![0.0, 1.0], vec![0.0, -1.0]]).unwrap();
        let reduced = components.reduce(&[vec![5.0, 8.0], vec![9.0, 2.0]], 1);
        assert_eq!(reduced.unwrap().concat(), [3.0, -3.0]);
        assert!(components.reduce(&[vec![5.0]], 1).is_err());
    }
}
