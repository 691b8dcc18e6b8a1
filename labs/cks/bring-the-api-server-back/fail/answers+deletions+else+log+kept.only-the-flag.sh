ssh controlplane
sudo -i
# The first fault hid the others.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
