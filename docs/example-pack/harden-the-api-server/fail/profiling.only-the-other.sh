# One of two findings.
ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - --tls-min-version=${{ tls }}|' /etc/kubernetes/manifests/kube-apiserver.yaml
